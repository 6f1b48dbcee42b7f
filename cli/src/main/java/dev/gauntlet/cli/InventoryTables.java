package dev.gauntlet.cli;

import dev.gauntlet.conformance.SpecRule;
import dev.gauntlet.conformance.Specification;
import dev.gauntlet.reports.export.Csv;
import dev.gauntlet.reports.format.MarkdownText;
import java.util.ArrayList;
import java.util.List;

/** Everything that can be named on the command line, as tables: a line for each name. */
final class InventoryTables {
  private static final List<String> COLUMNS = List.of("kind", "name", "about");

  private final List<List<String>> lines = new ArrayList<>();

  InventoryTables(Inventory inventory) {
    inventory.subjects().forEach(subject -> add("subject", subject.name(), subject.description()));
    inventory
        .scenarios()
        .forEach(scenario -> add("scenario", scenario.name(), scenario.question()));
    inventory
        .races()
        .forEach(race ->
            add("race", race, inventory.racesNotRunHere().contains(race) ? "not run here" : ""));
    Specification.get().rules().stream()
        .filter(rule -> rule.level() != SpecRule.Level.RESERVED)
        .forEach(rule -> add("rule", rule.id(), rule.level() + ": " + rule.sentence()));
  }

  private void add(String kind, String name, String about) {
    lines.add(List.of(kind, name, about));
  }

  String csv() {
    StringBuilder text = new StringBuilder(Csv.line(COLUMNS));
    lines.forEach(line -> text.append(Csv.line(line)));
    return text.toString();
  }

  String markdown() {
    StringBuilder text = new StringBuilder(MarkdownText.row(COLUMNS)).append("|---|---|---|\n");
    lines.forEach(line -> text.append(MarkdownText.row(line)));
    return text.toString();
  }
}
