package dev.gauntlet.benchmarks.pair;

import dev.gauntlet.benchmarks.run.BenchUsageException;
import dev.gauntlet.reports.gate.GateRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.BenchmarkListEntry;

/** Rows that were asked for by their full names, whatever a benchmark's annotations say. */
final class NamedRows {
  private static final Pattern NAME = Pattern.compile("(\\S+) (\\S+)((?: .*)?) x([1-9]\\d{0,5})");
  private static final Pattern SAYS_IT_AGAIN = Pattern.compile("--?(p|bm|t)(=.*)?");

  private final List<String> names;
  private final Set<String> armParams;

  /**
   * @param names such as {@code x.Y.method avgt size=1 x4}
   * @param armParams names of parameters that the arms set for themselves
   */
  NamedRows(List<String> names, Set<String> armParams) {
    this.names = List.copyOf(names);
    this.armParams = Set.copyOf(armParams);
  }

  /**
   * Refuses names that neither jar has, and flags that say what a name says.
   *
   * @throws BenchUsageException if there is such a name or flag
   */
  void check(List<String> jmhFlags, JmhJar base, JmhJar candidate) {
    if (jmhFlags.stream().anyMatch(flag -> SAYS_IT_AGAIN.matcher(flag).matches())) {
      throw new BenchUsageException(
          "--row says mode, parameters and threads already: leave out -bm, -p and -t");
    }
    for (String name : names) {
      if (row(base, name).isEmpty() && row(candidate, name).isEmpty()) {
        throw new BenchUsageException("--row '" + name + "': neither jar has such a row");
      }
    }
  }

  /** Returns those that the jar has. */
  List<GateRow> of(JmhJar jar) {
    return names.stream().distinct().flatMap(name -> row(jar, name).stream()).toList();
  }

  private Optional<GateRow> row(JmhJar jar, String name) {
    Matcher parts = NAME.matcher(name);
    if (!parts.matches() || !isMode(parts.group(2))) {
      throw new BenchUsageException(
          "--row '" + name + "' is not such as 'x.Y.method avgt size=1 x4'");
    }
    return jar.entries().stream()
        .filter(entry -> entry.getUsername().equals(parts.group(1)))
        .findFirst()
        .flatMap(entry -> params(entry, parts.group(3)))
        .map(params ->
            new GateRow(parts.group(1), parts.group(2), params, Integer.parseInt(parts.group(4))));
  }

  private static boolean isMode(String label) {
    return Stream.of(Mode.values())
        .anyMatch(mode -> mode != Mode.All && mode.shortLabel().equals(label));
  }

  /** The values of the parameters that the benchmark declares; empty when these are others. */
  private Optional<Map<String, String>> params(BenchmarkListEntry entry, String text) {
    List<String> declared = new ArrayList<>();
    new TreeSet<>(entry.getParams().orElse(Map.of()).keySet())
        .stream().filter(param -> !armParams.contains(param)).forEach(declared::add);
    StringBuilder form = new StringBuilder();
    declared.forEach(param -> form.append(' ').append(Pattern.quote(param)).append("=(.*)"));
    Matcher values = Pattern.compile(form.toString()).matcher(text);
    if (!values.matches()) {
      return Optional.empty();
    }
    Map<String, String> params = new TreeMap<>();
    for (int i = 0; i < declared.size(); i++) {
      params.put(declared.get(i), values.group(i + 1));
    }
    return Optional.of(params);
  }
}
