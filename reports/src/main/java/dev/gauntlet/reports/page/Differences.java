package dev.gauntlet.reports.page;

import dev.gauntlet.reports.compare.Cell;
import dev.gauntlet.reports.compare.Comparison;
import dev.gauntlet.reports.compare.RunDifference;
import dev.gauntlet.reports.compare.RunDifference.Change;
import dev.gauntlet.reports.format.Units;
import dev.gauntlet.reports.page.model.DifferenceSection;
import dev.gauntlet.reports.page.model.Glance.CellView;
import dev.gauntlet.reports.page.model.Page.Fact;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** This run against others. */
final class Differences {
  private static final CellView NONE = new CellView("missing", "–", "no ratio", "");

  private final RunDifference difference;

  private Differences(RunDifference difference) {
    this.difference = difference;
  }

  static DifferenceSection section(Context context, RunDifference difference) {
    return new Differences(difference).section(context);
  }

  private DifferenceSection section(Context context) {
    String other = difference.before().run().header().id();
    return new DifferenceSection(
        context.anchors().of("against", other),
        "Against run " + other,
        difference.obstacles(),
        baseline(),
        facts(),
        difference.changes().stream().map(this::line).toList());
  }

  /** What both runs have as their baseline; empty when there is no such subject. */
  private String baseline() {
    String baseline = difference.after().baseline();
    return baseline.equals(difference.before().baseline()) ? baseline : "";
  }

  private List<DifferenceSection.Fact> facts() {
    Map<String, String> before =
        Environment.facts(difference.before().run()).stream()
            .collect(Collectors.toMap(Fact::term, Fact::text));
    return Environment.facts(difference.after().run()).stream()
        .filter(fact -> !fact.text().equals(before.get(fact.term())))
        .map(fact ->
            new DifferenceSection.Fact(
                fact.term(), before.getOrDefault(fact.term(), "–"), fact.text()))
        .toList();
  }

  private DifferenceSection.Line line(Change change) {
    Units units = Units.of(change.key().unit(), change.before().center());
    CellView cell = Words.cell(change.ratio());
    return new DifferenceSection.Line(
        change.key().scenario(),
        change.label(),
        change.subject(),
        units.format(change.before().center()),
        units.format(change.after().center()),
        difference.obstacles().isEmpty()
            ? cell
            : new CellView("missing", cell.value(), "not comparable", cell.detail()),
        overBaseline(difference.before(), change),
        overBaseline(difference.after(), change));
  }

  /** Within a run forks are paired, so this can be set side by side whatever the machines are. */
  private CellView overBaseline(Comparison run, Change change) {
    if (change.subject().equals(run.baseline())) {
      return new CellView("baseline", "1", "baseline", "");
    }
    return run.rows().stream()
        .filter(row -> row.key().equals(change.key()))
        .flatMap(row -> row.cell(change.subject()).stream())
        .findFirst()
        .map(Differences::view)
        .orElse(NONE);
  }

  private static CellView view(Cell cell) {
    if (cell.ratio() == null) {
      return NONE;
    }
    return cell.isRanked() ? Words.cell(cell.ratio()) : Words.unranked(cell, cell.ratio());
  }
}
