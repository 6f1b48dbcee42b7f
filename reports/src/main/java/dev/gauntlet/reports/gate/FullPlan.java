package dev.gauntlet.reports.gate;

import dev.gauntlet.reports.gate.GateSettings.Score;
import java.util.ArrayList;
import java.util.List;

/** Every row and score is tested; all share alpha equally. */
final class FullPlan implements Plan {
  private final GateHeader header;
  private final PairTable pairs;
  private final List<TestTrial> trials = new ArrayList<>();

  FullPlan(GateHeader header, PairTable pairs) {
    this.header = header;
    this.pairs = pairs;
    GateSettings settings = header.settings();
    int family = header.rows().size() * settings.scores().size();
    for (int row = 0; row < header.rows().size(); row++) {
      for (Score score : settings.scores()) {
        Rule rule = Rule.of(settings, settings.alpha() / family, settings.beta());
        TestTrial trial = new TestTrial(header, row, score, rule, false);
        trial.follow(pairs.pairs(row, Stage.TEST));
        trials.add(trial);
      }
    }
  }

  @Override
  public List<RowState> rows() {
    return trials.stream().map(trial -> trial.state(pairs.isCandidateBroken(trial.row()))).toList();
  }

  @Override
  public List<Need> needs() {
    return Plan.needs(header, pairs, Stage.TEST, trials);
  }
}
