package dev.gauntlet.reports.gate.output;

import dev.gauntlet.reports.export.JunitXml;
import dev.gauntlet.reports.export.JunitXml.Kind;
import dev.gauntlet.reports.export.JunitXml.Problem;
import dev.gauntlet.reports.gate.GateFork;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A gate's report as JUnit XML: a suite for each class of benchmarks, a case for each finding. */
public final class GateJunit {
  private GateJunit() {}

  /** The report. */
  public static String of(GateReport report) {
    Map<String, List<Finding>> classes =
        report.findings().stream()
            .collect(
                Collectors.groupingBy(
                    finding -> RowNames.className(finding.row()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return JunitXml.of(
        classes.entrySet().stream()
            .map(each ->
                new JunitXml.Suite(
                    each.getKey(),
                    each.getValue().stream().map(finding -> one(finding, report)).toList()))
            .toList());
  }

  private static JunitXml.Case one(Finding finding, GateReport report) {
    long millis =
        report.log().forks().stream()
            .filter(fork -> fork.row() == finding.index())
            .mapToLong(GateFork::durationMillis)
            .sum();
    return new JunitXml.Case(
        RowNames.className(finding.row()),
        finding.name() + ", " + finding.score(),
        millis,
        properties(finding),
        problem(finding));
  }

  private static Map<String, String> properties(Finding finding) {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("verdict", finding.verdict().name());
    properties.put("change", finding.change());
    properties.put("interval", finding.interval());
    properties.put("pairs", String.valueOf(finding.pairs()));
    properties.put("dropped", String.valueOf(finding.dropped()));
    properties.put("failed", String.valueOf(finding.failed()));
    if (finding.benchChanged()) {
      properties.put("benchmark", Finding.BENCH_CHANGED);
    }
    return properties;
  }

  private static @Nullable Problem problem(Finding finding) {
    String numbers = finding.change() + " (" + finding.interval() + ")";
    return switch (finding.verdict()) {
      case IMPROVED, PASS, SLOWER_WITHIN_MARGIN -> null;
      case UNDECIDED, INCOMPLETE ->
          new Problem(Kind.SKIPPED, "undecided", finding.couldHide(), finding.words());
      case ENV_UNFIT -> new Problem(Kind.ERROR, "environment", finding.words(), numbers);
      case REGRESSED -> new Problem(Kind.FAILURE, "regression", numbers, finding.words());
      case FAILED -> new Problem(Kind.ERROR, "failed fork", finding.words(), "");
    };
  }
}
