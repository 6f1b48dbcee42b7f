package dev.gauntlet.reports.record;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A secondary result of one fork.
 *
 * @param score mean over the fork's iterations, in {@code unit}
 * @param unit for example {@code "B/op"}
 */
public record Metric(@JsonProperty(required = true) double score, String unit) {
  public Metric {
    unit = Fields.text(unit);
  }
}
