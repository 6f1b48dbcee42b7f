package dev.gauntlet.cli;

import dev.gauntlet.conformance.SpecRule;
import dev.gauntlet.conformance.Specification;
import dev.gauntlet.spi.ExecutorProvider;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what there is. */
@Command(
    name = "list",
    description = "Lists the subjects, scenarios, races and rules.",
    mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "Print JSON instead of text.")
  private boolean json;

  @Mixin private TableOptions tables;

  ListCommand() {}

  @Override
  public Integer call() {
    Inventory inventory = Inventory.ofEverything();
    InventoryTables lists = new InventoryTables(inventory);
    tables.write(lists::markdown, lists::csv);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(inventory.toJson());
    } else {
      print(inventory, out);
    }
    out.flush();
    return 0;
  }

  private static void print(Inventory inventory, PrintWriter out) {
    out.println("Subjects");
    for (ExecutorProvider subject : inventory.subjects()) {
      print(out, subject.name(), subject.description());
    }
    out.println();
    out.println("Scenarios");
    for (Inventory.Scenario scenario : inventory.scenarios()) {
      print(out, scenario.name(), scenario.question());
    }
    out.println();
    out.println("Races");
    for (String race : inventory.races()) {
      boolean here = !inventory.racesNotRunHere().contains(race);
      out.println("  " + race + (here ? "" : " (not run here: too few processors)"));
    }
    out.println();
    out.println("Rules (the text is in SPEC.md)");
    List<SpecRule> rules = Specification.get().rules();
    for (String section : rules.stream().map(SpecRule::section).distinct().toList()) {
      out.printf("  %s%n", section);
      for (SpecRule rule : rules) {
        if (rule.section().equals(section) && rule.level() != SpecRule.Level.RESERVED) {
          out.printf("    %-4s %-6s %s%n", rule.id(), rule.level(), Text.cut(rule.sentence(), 63));
        }
      }
    }
  }

  private static void print(PrintWriter out, String name, String text) {
    out.printf("  %-22s %s%n", name, Text.cut(text, 55));
  }
}
