package dev.gauntlet.cli;

import dev.gauntlet.reports.history.Conditions;
import dev.gauntlet.reports.history.Series;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Measures one row of two jars in pairs.
 *
 * @param base the jar known to be good
 * @param candidate the jar to be judged
 */
record PairedRun(Path base, Path candidate) {

  /** Returns the command that measures this series alone, under its conditions. */
  String command(Conditions conditions, Series series) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("gate", "--base", base.toString()));
    arguments.addAll(List.of("--candidate", candidate.toString()));
    arguments.addAll(List.of("--include", "^" + series.benchmark().replace(".", "\\.") + "$"));
    if (conditions.awake()) {
      arguments.add("--awake");
    }
    arguments.add("--");
    arguments.addAll(List.of("-bm", series.mode(), "-t", String.valueOf(series.threads())));
    new TreeMap<>(series.params())
        .forEach((name, value) -> arguments.addAll(List.of("-p", name + "=" + value)));
    if (!conditions.jvmFlags().isEmpty()) {
      arguments.addAll(List.of("-jvmArgsAppend", String.join(" ", conditions.jvmFlags())));
    }
    return "./" + new Arguments(arguments).command();
  }
}
