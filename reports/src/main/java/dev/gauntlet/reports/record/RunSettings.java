package dev.gauntlet.reports.record;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * How the run was measured.
 *
 * @param mode {@code "quick"}, {@code "default"} or another name for a set of settings
 * @param forks planned forks per cell
 * @param warmupIterations warm-up iterations per fork
 * @param warmupMillis length of a warm-up iteration in milliseconds
 * @param measurementIterations measured iterations per fork
 * @param measurementMillis length of a measured iteration in milliseconds
 * @param workers worker threads of every executor
 * @param seed seed of the order of the forks
 * @param profilers JMH profilers, by name
 */
public record RunSettings(
    String mode,
    @JsonProperty(required = true) int forks,
    int warmupIterations,
    long warmupMillis,
    int measurementIterations,
    long measurementMillis,
    int workers,
    long seed,
    List<String> profilers) {
  /** The mode whose numbers are a look and no result. */
  public static final String QUICK = "quick";

  public RunSettings {
    Fields.required(mode, "settings.mode");
    profilers = Fields.list(profilers);
  }

  /** Whether these are the quick settings. */
  @JsonIgnore
  public boolean isQuick() {
    return mode.equals(QUICK);
  }
}
