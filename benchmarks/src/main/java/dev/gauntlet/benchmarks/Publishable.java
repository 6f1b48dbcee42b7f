package dev.gauntlet.benchmarks;

/** The settings of a result that may be published. */
public final class Publishable {
  /** Forks of each cell. */
  public static final int FORKS = 8;

  /** Warm-up iterations of a fork. */
  public static final int WARMUP_ITERATIONS = 5;

  /** Length of a warm-up iteration. */
  public static final int WARMUP_MILLIS = 1000;

  /** Measured iterations of a fork. */
  public static final int MEASUREMENT_ITERATIONS = 10;

  /** Length of a measured iteration. */
  public static final int MEASUREMENT_MILLIS = 500;

  /** Least heap of a fork; the same as the greatest, so that no collection resizes it. */
  public static final String HEAP_MIN = "-Xms1g";

  /** Greatest heap of a fork. */
  public static final String HEAP_MAX = "-Xmx1g";

  /** The collector, named so that a machine of another class does not choose another one. */
  public static final String COLLECTOR = "-XX:+UseG1GC";

  /** Touches the heap before the first task rather than in the middle of a measurement. */
  public static final String TOUCHED = "-XX:+AlwaysPreTouch";

  private Publishable() {}
}
