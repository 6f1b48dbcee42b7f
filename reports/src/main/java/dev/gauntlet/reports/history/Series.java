package dev.gauntlet.reports.history;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is followed over time.
 *
 * @param benchmark fully qualified name of the benchmark method
 * @param mode JMH's short name of the mode
 * @param params parameters in the order of their names
 * @param threads JMH threads
 */
public record Series(String benchmark, String mode, Map<String, String> params, int threads) {
  public Series {
    params = Collections.unmodifiableMap(new TreeMap<>(params));
  }

  /** All of it in one line, parameters by name: {@code "a.B.c avgt size=1 x4"}. */
  public String fullName() {
    StringBuilder name = new StringBuilder(benchmark).append(' ').append(mode);
    new TreeMap<>(params)
        .forEach((param, value) -> name.append(' ').append(param).append('=').append(value));
    return name.append(" x").append(threads).toString();
  }
}
