package dev.gauntlet.reports.gate;

import java.util.List;
import java.util.Map;
import org.apache.commons.statistics.descriptive.Median;
import org.jspecify.annotations.Nullable;

/** Secondary results of a fork. */
final class Secondary {
  private Secondary() {}

  /** A name without the dot that JMH put before it up to 1.36. */
  static String plain(String name) {
    return name.startsWith("·") ? name.substring(1) : name;
  }

  /**
   * Median over the iterations that have the value; 0 when none has a finite one, which is what JMH
   * means by leaving it out.
   */
  static double median(@Nullable GateFork fork, String name) {
    if (fork == null) {
      return 0;
    }
    double[] values =
        fork.secondary().entrySet().stream()
            .filter(entry -> plain(entry.getKey()).equals(name))
            .map(Map.Entry::getValue)
            .flatMap(List::stream)
            .mapToDouble(Double::doubleValue)
            .filter(Double::isFinite)
            .toArray();
    return values.length == 0 ? 0 : Median.withDefaults().evaluate(values);
  }
}
