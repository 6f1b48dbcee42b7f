package dev.gauntlet.benchmarks.pair;

import dev.gauntlet.reports.record.ReportException;
import dev.gauntlet.reports.record.RunRecordWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What JMH wrote about one fork.
 *
 * @param unit unit of the scores
 * @param iterations score of each measured iteration; finite and more than nothing
 * @param secondary finite values of each secondary result, by its name without a leading dot
 * @param json the object itself
 */
record JmhResult(
    String unit, List<Double> iterations, Map<String, List<Double>> secondary, JsonNode json) {
  /** Before 1.37, JMH began the names of secondary results with a middle dot. */
  private static final String DOT = "\u00b7";

  /**
   * Reads JMH's JSON.
   *
   * @throws PairForkException if it is not that of one fork with scores
   */
  static JmhResult read(Path file) throws PairForkException {
    try {
      return of(RunRecordWriter.rawJson(Files.readString(file)));
    } catch (IOException e) {
      throw new PairForkException("JMH wrote no result");
    } catch (ReportException e) {
      throw new PairForkException("JMH's result is cut off or no JSON");
    }
  }

  static JmhResult of(JsonNode results) throws PairForkException {
    if (!results.isArray() || results.size() != 1) {
      throw new PairForkException(
          "JMH gave " + (results.isArray() ? results.size() : 0) + " results for one fork");
    }
    JsonNode json = results.get(0);
    JsonNode primary = json.path("primaryMetric");
    Map<String, List<Double>> secondary = new LinkedHashMap<>();
    json.path("secondaryMetrics")
        .properties()
        .forEach(metric ->
            secondary.put(
                metric.getKey().startsWith(DOT) ? metric.getKey().substring(1) : metric.getKey(),
                values(metric.getValue()).stream().filter(Double::isFinite).toList()));
    return new JmhResult(primary.path("scoreUnit").asString(""), scores(primary), secondary, json);
  }

  private static List<Double> scores(JsonNode primary) throws PairForkException {
    List<Double> scores = values(primary);
    if (scores.isEmpty()) {
      throw new PairForkException("JMH's result has no iterations");
    }
    for (int i = 0; i < scores.size(); i++) {
      double score = scores.get(i);
      if (!Double.isFinite(score) || score <= 0) {
        throw new PairForkException("iteration " + (i + 1) + " has the score " + score);
      }
    }
    return scores;
  }

  /** The iterations of the only fork: scores, or histograms of sampled times. */
  private static List<Double> values(JsonNode metric) {
    List<Double> values = new ArrayList<>();
    metric.path("rawData").path(0).forEach(value -> values.add(number(value)));
    if (values.isEmpty()) {
      metric.path("rawDataHistogram").path(0).forEach(times -> values.add(mean(times)));
    }
    return values;
  }

  private static double mean(JsonNode histogram) {
    double sum = 0;
    double count = 0;
    for (JsonNode bucket : histogram) {
      sum += number(bucket.path(0)) * number(bucket.path(1));
      count += number(bucket.path(1));
    }
    return sum / count;
  }

  /** JMH writes what JSON cannot as strings: {@code "NaN"}, {@code "+INF"}, {@code "-INF"}. */
  private static double number(JsonNode value) {
    return value.isNumber() ? value.asDouble() : Double.NaN;
  }
}
