package dev.gauntlet.benchmarks.pair;

import dev.gauntlet.benchmarks.run.BenchUsageException;
import dev.gauntlet.reports.gate.GateRow;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.runner.BenchmarkListEntry;

/** The rows of a jar: its benchmarks by modes, parameters and threads, as JMH would run them. */
final class RowList {
  private static final int DEFAULT_THREADS = 1;

  private final PairFlags flags;
  private final Set<String> armParams;

  /**
   * @param armParams names of parameters that the arms set for themselves, which make no rows
   */
  RowList(PairFlags flags, Set<String> armParams) {
    this.flags = flags;
    this.armParams = armParams;
  }

  /**
   * Returns the rows in the order of the jar.
   *
   * @param include pattern that is found in the names of benchmarks
   */
  List<GateRow> of(JmhJar jar, Pattern include) {
    Set<GateRow> rows = new LinkedHashSet<>();
    jar.entries().stream()
        .filter(entry -> include.matcher(entry.getUsername()).find())
        .forEach(entry -> rows.addAll(rows(entry)));
    return List.copyOf(rows);
  }

  private List<GateRow> rows(BenchmarkListEntry entry) {
    List<Map<String, String>> params = params(entry);
    return modes(entry)
        .flatMap(mode ->
            params.stream()
                .map(set ->
                    new GateRow(entry.getUsername(), mode.shortLabel(), set, threads(entry))))
        .toList();
  }

  private Stream<Mode> modes(BenchmarkListEntry entry) {
    Stream<Mode> asked =
        flags.modes().isEmpty() ? Stream.of(entry.getMode()) : flags.modes().stream();
    return asked.flatMap(mode ->
        mode == Mode.All
            ? Stream.of(Mode.values()).filter(each -> each != Mode.All)
            : Stream.of(mode));
  }

  private List<Map<String, String>> params(BenchmarkListEntry entry) {
    Map<String, String[]> declared = new TreeMap<>(entry.getParams().orElse(Map.of()));
    List<Map<String, String>> sets = List.of(Map.of());
    for (Map.Entry<String, String[]> param : declared.entrySet()) {
      if (!armParams.contains(param.getKey())) {
        sets = combined(sets, param.getKey(), values(entry, param));
      }
    }
    return sets;
  }

  private List<String> values(BenchmarkListEntry entry, Map.Entry<String, String[]> param) {
    List<String> values = flags.param(param.getKey()).orElseGet(() -> List.of(param.getValue()));
    if (values.isEmpty() || values.contains(Param.BLANK_ARGS)) {
      throw new BenchUsageException(
          entry.getUsername()
              + " has no value for its parameter \""
              + param.getKey()
              + "\": add -- -p "
              + param.getKey()
              + "=VALUE");
    }
    if (values.size() > 1 && values.stream().anyMatch(value -> value.contains(","))) {
      throw new BenchUsageException(
          entry.getUsername()
              + " has values with a comma for its parameter \""
              + param.getKey()
              + "\", which JMH cannot be asked for one by one: leave it out by --include");
    }
    return values;
  }

  private static List<Map<String, String>> combined(
      List<Map<String, String>> sets, String name, List<String> values) {
    List<Map<String, String>> combined = new ArrayList<>();
    for (Map<String, String> set : sets) {
      for (String value : values) {
        Map<String, String> longer = new TreeMap<>(set);
        longer.put(name, value);
        combined.add(longer);
      }
    }
    return combined;
  }

  /** As JMH counts: rounded up to whole thread groups. */
  private int threads(BenchmarkListEntry entry) {
    int asked = flags.threads().orElseGet(() -> entry.getThreads().orElse(DEFAULT_THREADS));
    int threads = asked == Threads.MAX ? Runtime.getRuntime().availableProcessors() : asked;
    int group = Math.max(1, IntStream.of(entry.getThreadGroups()).sum());
    return Math.ceilDiv(threads, group) * group;
  }
}
