package dev.gauntlet.conformance.mutation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Compares a report of PIT with the list of explained survivors, both ways. Nothing mutated, and
 * nothing noticed, are failures too: a tool that does nothing must not look like one that finds
 * nothing.
 */
final class MutationCheck {
  private final MutationReport report;
  private final Map<Mutant, String> explained;

  MutationCheck(MutationReport report, Map<Mutant, String> explained) {
    this.report = report;
    this.explained = explained;
  }

  /**
   * Arguments: the part, the list, PIT's report, and the classes if they were not all of the part.
   * Prints the figures and what is wrong, and exits with 1 if anything is.
   */
  public static void main(String[] arguments) throws Exception {
    String part = arguments[0];
    Set<String> types = arguments.length > 3 ? types(part, arguments[3]) : Set.of();
    MutationReport report = MutationReport.read(Path.of(arguments[2]));
    MutationCheck check =
        new MutationCheck(report, SurvivorList.of(part, types, Path.of(arguments[1])));
    System.out.print(MutationTable.of(report));
    List<String> wrong = check.wrong();
    wrong.forEach(System.out::println);
    System.exit(wrong.isEmpty() ? 0 : 1);
  }

  /** Returns classes of a part, separated by commas, as the report names them. */
  static Set<String> types(String part, String classes) {
    String prefix = part.equals("api") ? "" : part + ".";
    return Arrays.stream(classes.split(",")).map(prefix::concat).collect(Collectors.toSet());
  }

  /** What is wrong, a line each. */
  List<String> wrong() {
    List<String> wrong = new ArrayList<>();
    if (report.mutants() == 0) {
      wrong.add("PIT has made no mutant");
    } else if (report.count("KILLED") == 0) {
      wrong.add("no test has killed a mutant: none was run");
    }
    for (Mutant mutant : minus(report.survivors(), explained.keySet())) {
      wrong.add("survives without an explanation:\t" + mutant);
    }
    for (Mutant mutant : minus(explained.keySet(), report.survivors())) {
      wrong.add("is explained, but does not survive:\t" + mutant);
    }
    return wrong;
  }

  private static Set<Mutant> minus(Set<Mutant> all, Set<Mutant> others) {
    Set<Mutant> rest = new TreeSet<>(all);
    rest.removeAll(others);
    return rest;
  }
}
