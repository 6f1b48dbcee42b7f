package dev.gauntlet.stress.run;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** How long each race is run, and in how many JVMs. */
public enum StressMode {
  /** A handful of races that decide most, each in one JVM; part of the build. */
  VERIFY(Duration.ofSeconds(20), 300, Pass.alike(6), Pass.randomized(1, 6)),

  /** All races, each in one JVM; those about visibility in another one, ordered at random. */
  QUICK(Duration.ofSeconds(40), 3_000, Pass.alike(40), Pass.randomized(1, 40)),

  /**
   * All races, in one JVM for each way in which their actors can be compiled; those about
   * visibility in three more, ordered at random.
   */
  FULL(Duration.ofMinutes(5), 1_000, Pass.inEachWay(20), Pass.randomized(3, 20));

  private static final Set<String> DECIDING =
      Set.of(
          "CallbackVsSettleRace",
          "OfferVsCloseRace",
          "SettleVsAwaitRace",
          "StartVsCancelRace",
          "SubmitVsShutdownRace");

  private final Duration longestTest;
  private final long leastSamples;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<Pass> passes;

  StressMode(Duration longestTest, long leastSamples, Pass... passes) {
    this.longestTest = longestTest;
    this.leastSamples = leastSamples;
    this.passes = List.of(passes);
  }

  /** Returns how it runs races, one pass after the other. */
  List<Pass> passes() {
    return passes;
  }

  /** Returns after how long one test is given up, on a machine with two processors under load. */
  Duration longestTest() {
    return longestTest;
  }

  /** Returns how many samples each JVM of a race needs before its silence says anything. */
  long leastSamples() {
    return leastSamples;
  }

  /** Returns whether a race belongs to this mode when none was asked for by name. */
  boolean includes(String race) {
    return this != VERIFY || DECIDING.contains(race);
  }
}
