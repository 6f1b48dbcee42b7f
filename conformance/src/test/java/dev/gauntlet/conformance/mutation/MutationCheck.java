package dev.gauntlet.conformance.mutation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

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
   * Arguments: the part, the list, PIT's report. Prints the figures and what is wrong, and exits
   * with 1 if anything is.
   */
  public static void main(String[] arguments) throws Exception {
    MutationReport report = MutationReport.read(Path.of(arguments[2]));
    Map<Mutant, String> explained = SurvivorList.of(arguments[0], Path.of(arguments[1]));
    MutationCheck check = new MutationCheck(report, explained);
    System.out.println(arguments[0] + ": " + report.mutants() + " mutants, " + report.counts());
    List<String> wrong = check.wrong();
    wrong.forEach(System.out::println);
    System.exit(wrong.isEmpty() ? 0 : 1);
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
