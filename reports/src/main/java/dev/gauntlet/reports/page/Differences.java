package dev.gauntlet.reports.page;

import dev.gauntlet.reports.compare.RunDifference;
import dev.gauntlet.reports.compare.RunDifference.Change;
import dev.gauntlet.reports.format.Units;
import dev.gauntlet.reports.page.model.DifferenceSection;
import dev.gauntlet.reports.page.model.Glance.CellView;

/** This run against others. */
final class Differences {
  private Differences() {}

  static DifferenceSection section(Context context, RunDifference difference) {
    String other = difference.before().run().header().id();
    boolean comparable = difference.obstacles().isEmpty();
    return new DifferenceSection(
        context.anchors().of("against", other),
        "Against run " + other,
        difference.obstacles(),
        difference.changes().stream().map(change -> line(change, comparable)).toList());
  }

  private static DifferenceSection.Line line(Change change, boolean comparable) {
    Units units = Units.of(change.key().unit(), change.before().center());
    CellView cell = Words.cell(change.ratio());
    return new DifferenceSection.Line(
        change.key().scenario(),
        change.label(),
        change.subject(),
        units.format(change.before().center()),
        units.format(change.after().center()),
        comparable ? cell : new CellView("missing", cell.value(), "not comparable", cell.detail()));
  }
}
