package dev.gauntlet.conformance;

import java.time.Duration;

/**
 * The three lengths of time that tests use, all scaled by the system property {@code
 * gauntlet.timeout.factor} (default 1.0) for slow machines.
 */
public final class Limits {
  private static final double FACTOR =
      Double.parseDouble(System.getProperty("gauntlet.timeout.factor", "1.0"));

  /** How long a whole rule may take before it has failed with a thread dump. */
  public static final Duration RULE = scaled(12_000);

  /** How long something that has to happen may take. */
  public static final Duration SIGNAL = scaled(3_000);

  /** How long is watched that something does not happen; a longer wait finds no more. */
  public static final Duration SILENCE = scaled(40);

  private Limits() {}

  private static Duration scaled(long millis) {
    return Duration.ofMillis(Math.round(millis * FACTOR));
  }
}
