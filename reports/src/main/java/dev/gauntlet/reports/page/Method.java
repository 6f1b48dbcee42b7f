package dev.gauntlet.reports.page;

import dev.gauntlet.reports.compare.CompareOptions;
import dev.gauntlet.reports.compare.Comparison;
import dev.gauntlet.reports.compare.Contrast;
import dev.gauntlet.reports.format.Numbers;
import java.util.List;

/** How the numbers were made, for those who want to check or to doubt them. */
final class Method {
  private Method() {}

  private static String together(Comparison comparison) {
    long apart =
        comparison.groups().stream()
            .flatMap(group -> group.contrasts().stream())
            .filter(Contrast::differ)
            .count();
    return "Every two subjects of every row, "
        + comparison.pairs()
        + " pairs in all, are also judged together: exact signed ranks over the rounds, after Benjamini and Hochberg, so that of the differences found at most "
        + Numbers.percent(Contrast.RATE)
        + " are false, on average. "
        + apart
        + " pairs differ. Where a pair does not, faster and slower are a hint: its own interval says so, and among so many some do by chance.";
  }

  static List<String> paragraphs(Comparison comparison) {
    CompareOptions options = comparison.options();
    String confidence = Numbers.percent(options.confidence());
    String band = Numbers.percent(options.band());
    long ratios =
        comparison.rows().stream()
            .flatMap(row -> row.cells().stream())
            .filter(cell -> cell.ratio() != null)
            .count();
    return List.of(
        "One round measures one fork, a fresh JVM, of every value, in random order. A fork counts with its mean; iterations inside a fork are not independent and are never pooled.",
        "An absolute value is the geometric mean of its forks, with a Student t interval ("
            + confidence
            + ") on the logarithms of the fork means.",
        "A ratio is the time of a subject over the time of "
            + comparison.baseline()
            + " in the same round; throughput is turned round, so below 1 is faster everywhere. Its interval is a Student t interval ("
            + confidence
            + ") on the logarithms of those ratios, so drift that hits both sides of a round cancels.",
        "Faster and slower mean that the whole interval lies beyond ±"
            + band
            + "; same means that it lies within; everything else is undecided, which is not the same as same. With fewer than "
            + CompareOptions.ROUNDS_FOR_A_VERDICT
            + " rounds a verdict is a hint; a single round has no interval and no verdict.",
        together(comparison),
        "There are "
            + ratios
            + " ratios on this page. At "
            + confidence
            + ", about "
            + Numbers.fixed(ratios * (1 - options.confidence()), 0)
            + " of their intervals miss the true value by chance alone.",
        "The limit of a row is a step of the machine that every subject has to take, measured alone in rows of its own: the same round, no executor. A ratio to it says how much there is left to gain.",
        "The best peer of a row is the peer with the least time there that keeps the rules the scenario relies on. It is chosen by the same forks it is compared with, which flatters it.",
        "A subject that breaks a rule the scenario relies on is shown hatched and not ranked: it may be fast because it leaves work out.");
  }
}
