package dev.gauntlet.reports.history;

import java.util.Map;

/**
 * What is followed over time.
 *
 * @param benchmark fully qualified name of the benchmark method
 * @param mode JMH's short name of the mode
 * @param params parameters by name
 * @param threads JMH threads
 */
public record Series(String benchmark, String mode, Map<String, String> params, int threads) {
  public Series {
    params = Map.copyOf(params);
  }
}
