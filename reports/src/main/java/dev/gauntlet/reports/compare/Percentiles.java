package dev.gauntlet.reports.compare;

import dev.gauntlet.reports.record.ForkResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.statistics.descriptive.Median;

/** The sampled times of forks. */
final class Percentiles {
  private Percentiles() {}

  /** Median over the forks of each sampled percentile. */
  static SortedMap<Double, Double> of(List<ForkResult> forks) {
    SortedMap<Double, List<Double>> values = new TreeMap<>();
    for (ForkResult fork : forks) {
      Map<String, Double> percentiles = fork.percentiles();
      if (percentiles != null) {
        percentiles.forEach((name, value) -> collect(values, name, value));
      }
    }
    SortedMap<Double, Double> medians = new TreeMap<>();
    values.forEach((percentile, times) ->
        medians.put(
            percentile,
            Median.withDefaults()
                .evaluate(times.stream().mapToDouble(Double::doubleValue).toArray())));
    return Collections.unmodifiableSortedMap(medians);
  }

  private static void collect(
      SortedMap<Double, List<Double>> values, String percentile, Double value) {
    OptionalDouble parsed = parse(percentile);
    if (parsed.isPresent() && Double.isFinite(value) && value > 0) {
      values.computeIfAbsent(parsed.getAsDouble(), key -> new ArrayList<>()).add(value);
    }
  }

  private static OptionalDouble parse(String percentile) {
    try {
      double parsed = Double.parseDouble(percentile);
      return parsed >= 0 && parsed <= 100 ? OptionalDouble.of(parsed) : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }
}
