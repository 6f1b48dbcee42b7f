package dev.gauntlet.reports.gate;

import dev.gauntlet.reports.gate.GateSettings.Score;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every row is screened; suspects are tested on fresh pairs and share alpha among themselves. Since
 * the test's pairs are independent of the screen's, alpha holds whatever the screen chose. Both
 * stages can acquit, and share beta.
 */
final class ScreenPlan implements Plan {
  private final GateHeader header;
  private final PairTable pairs;
  private final List<ScreenTrial> screens = new ArrayList<>();
  private final List<TestTrial> tests = new ArrayList<>();

  ScreenPlan(GateHeader header, PairTable pairs) {
    this.header = header;
    this.pairs = pairs;
    for (int row = 0; row < header.rows().size(); row++) {
      for (Score score : header.settings().scores()) {
        ScreenTrial screen = new ScreenTrial(header, row, score);
        screen.follow(pairs.pairs(row, Stage.SCREEN));
        screens.add(screen);
      }
    }
    if (isScreened()) {
      test(screens.stream().filter(ScreenTrial::isSuspect).toList());
    }
  }

  /** How many suspects there are is known only when every row is screened. */
  private boolean isScreened() {
    return screens.stream().allMatch(Trial::isClosed);
  }

  private void test(List<ScreenTrial> suspects) {
    GateSettings settings = header.settings();
    double rest = 1 - ScreenTrial.ACQUITTAL;
    for (ScreenTrial suspect : suspects) {
      Rule rule = Rule.of(settings, settings.alpha() / suspects.size(), rest * settings.beta());
      TestTrial test = new TestTrial(header, suspect.row(), suspect.score(), rule, true);
      test.follow(pairs.pairs(suspect.row(), Stage.TEST));
      tests.add(test);
    }
  }

  @Override
  public List<RowState> rows() {
    return screens.stream().map(this::state).toList();
  }

  private RowState state(ScreenTrial screen) {
    boolean broken = pairs.isCandidateBroken(screen.row());
    TestTrial test = test(screen);
    return test == null ? screen.state(broken) : test.state(broken);
  }

  private @Nullable TestTrial test(ScreenTrial screen) {
    return tests.stream()
        .filter(test -> test.row() == screen.row() && test.score() == screen.score())
        .findFirst()
        .orElse(null);
  }

  @Override
  public List<Need> needs() {
    return isScreened()
        ? Plan.needs(header, pairs, Stage.TEST, tests)
        : Plan.needs(header, pairs, Stage.SCREEN, screens);
  }
}
