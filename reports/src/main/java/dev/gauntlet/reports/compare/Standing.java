package dev.gauntlet.reports.compare;

import dev.gauntlet.reports.record.ConformanceMatrix;
import dev.gauntlet.reports.record.ConformanceMatrix.Outcome;
import dev.gauntlet.reports.record.ScenarioInfo;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which of the rules a scenario relies on a subject breaks. */
final class Standing {
  private final Map<String, List<String>> rulesByScenario;
  private final Map<String, Set<String>> brokenBySubject;

  Standing(List<ScenarioInfo> scenarios, @Nullable ConformanceMatrix conformance) {
    rulesByScenario =
        scenarios.stream()
            .collect(Collectors.toMap(ScenarioInfo::name, ScenarioInfo::rules, (a, b) -> a));
    brokenBySubject =
        conformance == null
            ? Map.of()
            : conformance.results().stream()
                .filter(result -> result.outcome() == Outcome.BROKEN)
                .collect(
                    Collectors.groupingBy(
                        ConformanceMatrix.Result::subject,
                        Collectors.mapping(
                            ConformanceMatrix.Result::rule, Collectors.toUnmodifiableSet())));
  }

  /** Ids of the broken rules, in the order the scenario names them. */
  List<String> brokenRules(String scenario, String subject) {
    Set<String> broken = brokenBySubject.getOrDefault(subject, Set.of());
    return rulesByScenario.getOrDefault(scenario, List.of()).stream()
        .filter(broken::contains)
        .toList();
  }
}
