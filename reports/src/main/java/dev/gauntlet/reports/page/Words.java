package dev.gauntlet.reports.page;

import dev.gauntlet.reports.compare.Cell;
import dev.gauntlet.reports.compare.Interval;
import dev.gauntlet.reports.compare.Limit;
import dev.gauntlet.reports.compare.Ratio;
import dev.gauntlet.reports.compare.Verdict;
import dev.gauntlet.reports.format.Numbers;
import dev.gauntlet.reports.format.Units;
import dev.gauntlet.reports.page.model.Glance.CellView;
import org.jspecify.annotations.Nullable;

/** Ratios and verdicts in words. */
final class Words {
  static final String NOT_RANKED = "not ranked";
  static final String BROKEN_GLYPH = "✗";

  private static final double STEP_1 = 0.5;
  private static final double STEP_2 = 1;

  private Words() {}

  static String ratio(double value) {
    return Numbers.ratio(value) + "×";
  }

  static String interval(@Nullable Interval interval) {
    return interval == null
        ? "no interval"
        : Numbers.ratioRange(interval.low(), interval.high(), "–");
  }

  /** Ratio with its interval: {@code "0.41× (0.39–0.44)"}. */
  static String ratioWithInterval(@Nullable Ratio ratio) {
    if (ratio == null) {
      return "–";
    }
    return ratio(ratio) + " (" + interval(ratio.interval()) + ")";
  }

  /** A ratio with as many decimals as its interval has. */
  private static String ratio(Ratio ratio) {
    Interval interval = ratio.interval();
    return interval == null
        ? ratio(ratio.value())
        : Numbers.ratio(ratio.value(), interval.low(), interval.high()) + "×";
  }

  /** The verdict; where it is undecided, what the interval leaves open. */
  static String verdict(Ratio ratio) {
    Interval interval = ratio.interval();
    if (ratio.verdict().kind() != Verdict.Kind.UNDECIDED) {
      return ratio.verdict().text();
    }
    if (interval == null) {
      return "undecided: a single pair of forks";
    }
    return Numbers.saysNothing(interval.low(), interval.high())
        ? "undecided: the interval is too wide to say anything"
        : "undecided: between " + time(interval.low()) + " and " + time(interval.high());
  }

  private static String time(double ratio) {
    if (ratio >= 2 || ratio <= 0.5) {
      return ratio(ratio) + " the time";
    }
    double change = Math.abs(ratio - 1);
    return Numbers.percent(change) + (ratio < 1 ? " less time" : " more time");
  }

  /** Glyph, ratio and verdict, for the side of a chart. */
  static String marked(Ratio ratio) {
    return ratio.verdict().kind().glyph()
        + " "
        + ratio(ratio.value())
        + " "
        + ratio.verdict().text();
  }

  /** The same for a subject that must not be ranked. */
  static String markedUnranked(Ratio ratio) {
    return BROKEN_GLYPH + " " + ratio(ratio.value()) + " " + NOT_RANKED;
  }

  static String limit(Limit limit) {
    return Units.of(limit.unit(), limit.value()).format(limit.value());
  }

  static String brokenRules(Cell cell) {
    return (cell.brokenRules().size() == 1 ? "rule " : "rules ")
        + String.join(", ", cell.brokenRules());
  }

  /** A ratio as a cell of a table. */
  static CellView cell(Ratio ratio) {
    Verdict.Kind kind = ratio.verdict().kind();
    return new CellView(
        tone(kind, ratio.value()),
        ratio(ratio),
        kind.word(),
        interval(ratio.interval()) + (isHint(ratio.verdict()) ? ", hint" : ""));
  }

  private static boolean isHint(Verdict verdict) {
    return verdict.hint() && verdict.kind() != Verdict.Kind.UNDECIDED;
  }

  /** A ratio that must not be ranked as a cell of a table. */
  static CellView unranked(Cell cell, Ratio ratio) {
    return new CellView(
        "unranked",
        ratio(ratio.value()),
        NOT_RANKED,
        "breaks " + String.join(", ", cell.brokenRules()));
  }

  private static String tone(Verdict.Kind kind, double ratio) {
    double distance = Math.abs(Math.log(ratio) / Math.log(2));
    int step = distance < STEP_1 ? 1 : distance < STEP_2 ? 2 : 3;
    return switch (kind) {
      case FASTER -> "faster" + step;
      case SLOWER -> "slower" + step;
      case SAME -> "same";
      case UNDECIDED -> "undecided";
    };
  }
}
