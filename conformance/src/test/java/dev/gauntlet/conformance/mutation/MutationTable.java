package dev.gauntlet.conformance.mutation;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The figures of a report as a table of Markdown, the one in docs/results/mutation.md. */
final class MutationTable {
  private static final String HEADER =
      """
      | class | mutants | killed | timed out | survived | not reached | other |
      |---|--:|--:|--:|--:|--:|--:|
      """;

  private MutationTable() {}

  static String of(MutationReport report) {
    StringBuilder table = new StringBuilder(HEADER);
    Map<String, Integer> all = new TreeMap<>();
    report
        .counts()
        .forEach((type, counts) -> {
          table.append(row('`' + type + '`', counts));
          counts.forEach((status, count) -> all.merge(status, count, Integer::sum));
        });
    return table.append(row("all", all)).toString();
  }

  private static String row(String name, Map<String, Integer> counts) {
    int mutants = counts.values().stream().mapToInt(Integer::intValue).sum();
    int killed = counts.getOrDefault("KILLED", 0);
    int timedOut = counts.getOrDefault("TIMED_OUT", 0);
    int survived = counts.getOrDefault("SURVIVED", 0);
    int notReached = counts.getOrDefault("NO_COVERAGE", 0);
    int other = mutants - killed - timedOut - survived - notReached;
    return String.format(
        Locale.ROOT,
        "| %s | %d | %d | %d | %d | %d | %d |%n",
        name,
        mutants,
        killed,
        timedOut,
        survived,
        notReached,
        other);
  }
}
