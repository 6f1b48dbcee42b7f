package dev.gauntlet.reports.export;

import dev.gauntlet.reports.compare.Cell;
import dev.gauntlet.reports.compare.Comparison;
import dev.gauntlet.reports.compare.Row;
import dev.gauntlet.reports.format.Numbers;
import dev.gauntlet.reports.record.ForkResult;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Variance;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * How much processor time an idle pool takes above the JDK's: a difference within rounds, in
 * milliseconds of a second, where the other targets are ratios.
 */
final class IdleCpuTarget {
  static final String SCENARIO = "IdleCpu";

  /** A thousandth of a processor. */
  private static final double MOST = 1;

  private static final String OTHER = "jdk-fixed";

  private final Comparison comparison;

  IdleCpuTarget(Comparison comparison) {
    this.comparison = comparison;
  }

  /** The table in Markdown, with a line for each of {@code subjects}. */
  String text(List<String> subjects) {
    return comparison.executorRows().stream()
        .filter(row -> row.key().scenario().equals(SCENARIO))
        .map(row -> "\n### Idle CPU, " + row.label() + "\n\n" + table(row, subjects))
        .collect(Collectors.joining());
  }

  private String table(Row row, List<String> subjects) {
    Cell other = row.cell(OTHER).orElseThrow();
    return "| | ms in a second above "
        + OTHER
        + " |\n|---|---|\n"
        + subjects.stream()
            .filter(subject -> row.cell(subject).isPresent())
            .map(subject -> line(subject, differences(row.cell(subject).orElseThrow(), other)))
            .collect(Collectors.joining());
  }

  private static double[] differences(Cell over, Cell under) {
    Map<Integer, Double> reference =
        under.sample().forks().stream()
            .collect(Collectors.toMap(ForkResult::round, ForkResult::score));
    return over.sample().forks().stream()
        .filter(fork -> reference.containsKey(fork.round()))
        .mapToDouble(fork -> fork.score() - reference.get(fork.round()))
        .toArray();
  }

  private String line(String subject, double[] differences) {
    double mean = Mean.of(differences).getAsDouble();
    double error = Math.sqrt(Variance.of(differences).getAsDouble() / differences.length);
    double tail = (1 - comparison.options().confidence()) / 2;
    double reach =
        TDistribution.of(differences.length - 1.0).inverseSurvivalProbability(tail) * error;
    return String.format(
        "| %s | %s (%s to %s) %s |\n",
        subject,
        Numbers.fixed(mean, 2),
        Numbers.fixed(mean - reach, 2),
        Numbers.fixed(mean + reach, 2),
        verdict(mean - reach, mean + reach));
  }

  private static String verdict(double low, double high) {
    return high < MOST ? "reached" : (low > MOST ? "**missed**" : "open") + ", target 1";
  }
}
