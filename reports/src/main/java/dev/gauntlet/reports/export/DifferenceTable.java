package dev.gauntlet.reports.export;

import dev.gauntlet.reports.compare.Interval;
import dev.gauntlet.reports.compare.Ratio;
import dev.gauntlet.reports.compare.RowKey;
import dev.gauntlet.reports.compare.RunDifference;
import dev.gauntlet.reports.compare.RunDifference.Change;
import dev.gauntlet.reports.compare.Verdict;
import dev.gauntlet.reports.format.Numbers;
import dev.gauntlet.reports.format.Units;
import java.util.List;

/** Two runs side by side for the terminal, one block per row. */
public final class DifferenceTable {
  private final RunDifference difference;
  private final TextStyle style;
  private final Grid grid;

  private DifferenceTable(RunDifference difference, TextStyle style) {
    this.difference = difference;
    this.style = style;
    this.grid = new Grid(style, "lrrrll");
  }

  /** The table, ending in a line feed. */
  public static String of(RunDifference difference, TextStyle style) {
    return new DifferenceTable(difference, style).render();
  }

  private String render() {
    grid.plain("A  " + difference.before().run().header().id());
    grid.plain("B  " + difference.after().run().header().id());
    difference.obstacles().forEach(obstacle -> grid.plain("not comparable: " + obstacle));
    RowKey current = null;
    for (Change change : difference.changes()) {
      if (!change.key().equals(current)) {
        current = change.key();
        heading(change);
      }
      line(change);
    }
    if (difference.changes().isEmpty()) {
      grid.plain("The two runs measured nothing in common.");
    }
    return grid.render();
  }

  private void heading(Change change) {
    grid.plain("");
    RowKey key = change.key();
    grid.plain(key.scenario() + "  " + change.label() + "  [" + units(change).unit() + "]");
    grid.cells(null, List.of("subject", "A", "B", "B/A", "interval", "verdict"));
  }

  private void line(Change change) {
    Units units = units(change);
    Ratio ratio = change.ratio();
    Interval interval = ratio.interval();
    boolean comparable = difference.obstacles().isEmpty();
    Verdict.Kind kind = ratio.verdict().kind();
    grid.cells(
        comparable ? kind : null,
        List.of(
            change.subject(),
            units.number(change.before().center()),
            units.number(change.after().center()),
            Numbers.ratio(ratio.value()),
            interval == null ? "none" : Numbers.ratioRange(interval.low(), interval.high(), "-"),
            comparable
                ? (style.ascii() ? kind.ascii() : kind.glyph()) + " " + ratio.verdict().text()
                : "not comparable"));
  }

  /** One unit for the whole row, chosen by its first subject. */
  private Units units(Change change) {
    double typical =
        difference.changes().stream()
            .filter(other -> other.key().equals(change.key()))
            .mapToDouble(other -> other.before().center())
            .findFirst()
            .orElse(change.before().center());
    return Units.of(change.key().unit(), typical);
  }
}
