package dev.gauntlet.reports.gate.output;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.distribution.TDistribution;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One metric of several results of one fork each as that of one result of several forks. */
final class MergedMetric {
  private static final double CONFIDENCE = 0.999;
  private static final List<String> RAW = List.of("rawData", "rawDataHistogram");
  private static final List<String> PERCENTILES =
      List.of("0.0", "50.0", "90.0", "95.0", "99.0", "99.9", "99.99", "99.999", "99.9999", "100.0");

  private MergedMetric() {}

  static ObjectNode of(List<JsonNode> metrics) {
    double[] scores =
        metrics.stream().mapToDouble(metric -> number(metric.path("score"))).toArray();
    double mean = DoubleStream.of(scores).average().orElse(Double.NaN);
    double error = error(scores, mean);
    ObjectNode merged = JsonNodeFactory.instance.objectNode();
    put(merged, "score", mean);
    put(merged, "scoreError", error);
    ArrayNode confidence = merged.putArray("scoreConfidence");
    confidence.add(value(mean - error)).add(value(mean + error));
    percentiles(merged.putObject("scorePercentiles"), metrics);
    merged.set("scoreUnit", metrics.getFirst().path("scoreUnit"));
    for (String raw : RAW) {
      concatenate(merged, raw, metrics);
    }
    return merged;
  }

  private static double error(double[] scores, double mean) {
    int n = scores.length;
    if (n < 2) {
      return Double.NaN;
    }
    double squares = DoubleStream.of(scores).map(score -> (score - mean) * (score - mean)).sum();
    double quantile = TDistribution.of(n - 1).inverseCumulativeProbability((1 + CONFIDENCE) / 2);
    return quantile * Math.sqrt(squares / (n - 1) / n);
  }

  private static void percentiles(ObjectNode percentiles, List<JsonNode> metrics) {
    boolean sampled = metrics.stream().anyMatch(metric -> metric.has("rawDataHistogram"));
    DoubleUnaryOperator quantile = sampled ? ofHistograms(metrics) : ofScores(metrics);
    for (String percentile : PERCENTILES) {
      put(percentiles, percentile, quantile.applyAsDouble(Double.parseDouble(percentile) / 100));
    }
  }

  private static DoubleUnaryOperator ofScores(List<JsonNode> metrics) {
    double[] values =
        metrics.stream()
            .flatMap(metric -> stream(metric.path("rawData").path(0)))
            .mapToDouble(MergedMetric::number)
            .filter(Double::isFinite)
            .toArray();
    return values.length == 0
        ? p -> Double.NaN
        : p -> Quantile.withDefaults().with(Quantile.EstimationMethod.HF6).evaluate(values, p);
  }

  /** The value of the sample at that rank, counting each bucket as often as it was hit. */
  private static DoubleUnaryOperator ofHistograms(List<JsonNode> metrics) {
    List<double[]> buckets =
        metrics.stream()
            .flatMap(metric -> stream(metric.path("rawDataHistogram").path(0)))
            .flatMap(MergedMetric::stream)
            .map(bucket -> new double[] {number(bucket.path(0)), number(bucket.path(1))})
            .sorted((a, b) -> Double.compare(a[0], b[0]))
            .toList();
    double total = buckets.stream().mapToDouble(bucket -> bucket[1]).sum();
    return p -> {
      double rank = 0;
      for (double[] bucket : buckets) {
        rank += bucket[1];
        if (rank >= p * total) {
          return bucket[0];
        }
      }
      return Double.NaN;
    };
  }

  private static void concatenate(ObjectNode merged, String raw, List<JsonNode> metrics) {
    if (metrics.stream().anyMatch(metric -> metric.has(raw))) {
      ArrayNode forks = merged.putArray(raw);
      metrics.forEach(metric -> metric.path(raw).forEach(forks::add));
    }
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static double number(JsonNode value) {
    return value.isNumber() ? value.asDouble() : Double.NaN;
  }

  private static void put(ObjectNode object, String name, double number) {
    object.set(name, value(number));
  }

  /** JSON has no NaN; JMH writes it as a string. */
  private static JsonNode value(double number) {
    return Double.isFinite(number)
        ? JsonNodeFactory.instance.numberNode(number)
        : JsonNodeFactory.instance.stringNode("NaN");
  }
}
