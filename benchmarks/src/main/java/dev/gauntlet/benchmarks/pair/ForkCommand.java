package dev.gauntlet.benchmarks.pair;

import dev.gauntlet.reports.gate.GateRow;
import dev.gauntlet.reports.gate.GateSettings;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The command that measures one fork: JMH as the jar has it, told to fork once. A parameter whose
 * value has a comma is not given, for JMH would take it for two; it has no other value.
 *
 * @param java the program of the JDK
 * @param settings the length of warm-up and measurement
 * @param flags further flags for JMH
 */
record ForkCommand(Path java, GateSettings settings, PairFlags flags) {
  /** The run holds the lock on the machine that each of JMH's runs would take for itself. */
  private static final String NO_LOCK = "-Djmh.ignoreLock=true";

  /**
   * Returns the command.
   *
   * @param armParams parameters of the arm
   * @param jar the jar, wherever it lies
   * @param result where JMH writes its JSON
   */
  List<String> of(
      GateRow row, Map<String, String> armParams, JmhJar origin, Path jar, Path result) {
    List<String> command =
        new ArrayList<>(
            List.of(
                java.toString(),
                NO_LOCK,
                "-cp",
                classPath(origin, jar),
                "org.openjdk.jmh.Main",
                "^" + Pattern.quote(row.benchmark()) + "$"));
    command.addAll(flags.passed());
    command.addAll(List.of("-bm", row.mode(), "-t", String.valueOf(row.threads())));
    command.addAll(List.of("-f", "1", "-foe", "true"));
    command.addAll(times());
    Stream.of(row.params(), armParams)
        .flatMap(params -> params.entrySet().stream())
        .filter(param -> !param.getValue().contains(","))
        .forEach(param -> command.addAll(List.of("-p", param.getKey() + "=" + param.getValue())));
    command.addAll(List.of("-rf", "json", "-rff", result.toString()));
    return command;
  }

  private List<String> times() {
    return List.of(
        "-wi",
        String.valueOf(settings.warmupIterations()),
        "-w",
        settings.warmupMillis() + "ms",
        "-i",
        String.valueOf(settings.measurementIterations()),
        "-r",
        settings.measurementMillis() + "ms");
  }

  /** JMH gives its fork the class path that it has itself. */
  private static String classPath(JmhJar origin, Path jar) {
    return Stream.concat(Stream.of(jar), origin.classPath().stream())
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }
}
