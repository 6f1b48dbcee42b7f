package dev.gauntlet.reports.compare;

import dev.gauntlet.reports.record.ForkResult;
import dev.gauntlet.reports.record.ScenarioInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The steps of the machine that a run measured, and which of them limits which scenario. */
final class MachineLimits {
  private record Step(Limit limit, Map<Integer, Double> valueByRound) {}

  private final CompareOptions options;
  private final Map<String, Step> stepByScenario = new HashMap<>();

  MachineLimits(ForkTable table, List<ScenarioInfo> scenarios, CompareOptions options) {
    this.options = options;
    Map<String, Step> steps = new HashMap<>();
    table.rows().forEach((key, subjects) -> steps.put(name(key), step(key, subjects)));
    for (ScenarioInfo scenario : scenarios) {
      Step step = steps.get(scenario.limit());
      if (step != null) {
        stepByScenario.put(scenario.name(), step);
      }
    }
  }

  private static String name(RowKey key) {
    return key.scenario() + "." + key.method();
  }

  private Step step(RowKey key, Map<String, List<ForkResult>> subjects) {
    List<ForkResult> forks = subjects.values().iterator().next();
    String words = String.join(", ", key.params().values());
    return new Step(
        new Limit(
            words.isEmpty() ? key.method() : words,
            key.comparable(Sample.of(forks, options.confidence()).center()),
            key.comparableUnit()),
        forks.stream()
            .collect(Collectors.toMap(ForkResult::round, fork -> key.comparable(fork.score()))));
  }

  /** The limit of a row; null when none is known, or when the two are no figures of one kind. */
  @Nullable Limit of(RowKey key) {
    Step step = stepByScenario.get(key.scenario());
    boolean isAlike = step != null && step.limit().unit().equals(key.comparableUnit());
    return step != null && isAlike ? step.limit() : null;
  }

  /** The figure of a subject over that of the limit; null without a limit or a round in common. */
  @Nullable Ratio ratio(RowKey key, Sample sample) {
    Step step = stepByScenario.get(key.scenario());
    if (step == null || of(key) == null) {
      return null;
    }
    double[] ratios =
        sample.forks().stream()
            .filter(fork -> step.valueByRound().containsKey(fork.round()))
            .mapToDouble(fork ->
                key.comparable(fork.score())
                    / step.valueByRound().getOrDefault(fork.round(), Double.NaN))
            .toArray();
    return ratios.length == 0 ? null : Ratio.paired(ratios, options);
  }
}
