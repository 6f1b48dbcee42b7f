package dev.gauntlet.reports.compare;

import java.util.List;
import java.util.function.Function;

/** Names a row so that it can be told from the other rows of its scenario. */
final class RowLabel {
  private RowLabel() {}

  /** Parameters and threads, and mode and method where others differ in nothing else. */
  static String of(RowKey key, List<RowKey> rowsOfScenario) {
    List<RowKey> alike =
        rowsOfScenario.stream().filter(other -> other.variant().equals(key.variant())).toList();
    String label = key.variant();
    if (differ(alike, RowKey::method)) {
      label += ", " + key.method();
    }
    return differ(alike, RowKey::mode) ? label + ", " + mode(key.mode()) : label;
  }

  private static boolean differ(List<RowKey> keys, Function<RowKey, String> part) {
    return keys.stream().map(part).distinct().count() > 1;
  }

  private static String mode(String mode) {
    return switch (mode) {
      case "avgt" -> "average";
      case "thrpt" -> "throughput";
      case "sample" -> "sampled";
      case "ss" -> "single shot";
      default -> mode;
    };
  }
}
