package dev.gauntlet.cli;

import dev.gauntlet.reports.history.Conditions;
import dev.gauntlet.reports.history.Series;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures rows of two jars in pairs.
 *
 * @param base the jar known to be good
 * @param candidate the jar to be judged
 */
record PairedRun(String base, String candidate) {

  /** Returns the arguments that measure these rows alone, under their conditions. */
  Arguments arguments(Conditions conditions, List<Series> rows) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("gate", "--base", base, "--candidate", candidate));
    rows.forEach(row -> arguments.addAll(List.of("--row", row.fullName())));
    if (conditions.awake()) {
      arguments.add("--awake");
    }
    if (!conditions.jvmFlags().isEmpty()) {
      String flags = String.join(" ", conditions.jvmFlags());
      arguments.addAll(List.of("--", "-jvmArgsAppend", flags));
    }
    return new Arguments(arguments);
  }

  /** Returns the command for a shell. */
  String command(Conditions conditions, List<Series> rows) {
    return "./" + arguments(conditions, rows).command();
  }
}
