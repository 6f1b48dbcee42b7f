package dev.gauntlet.stress.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** How long each race is run, and in how many JVMs. */
public enum StressMode {
  /** A handful of races that decide most, each in one JVM; part of the build. */
  VERIFY(new Sampled(6, 50).actorsCompiledAlike(), Duration.ofSeconds(20), 300),

  /** All races, each in one JVM. */
  QUICK(new Sampled(40, 50).actorsCompiledAlike(), Duration.ofSeconds(40), 3_000),

  /** All races, in one JVM for each way in which their actors can be compiled. */
  FULL(new Sampled(20, 50).actorsCompiledInEachWay(), Duration.ofMinutes(5), 1_000);

  /** Not at all, by C1, by C2. */
  private static final int WAYS_TO_COMPILE = 3;

  private static final Set<String> DECIDING =
      Set.of(
          "CallbackVsSettleRace",
          "OfferVsCloseRace",
          "SettleVsAwaitRace",
          "StartVsCancelRace",
          "SubmitVsShutdownRace");

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> arguments;

  private final Duration longestTest;
  private final long leastSamples;

  StressMode(List<String> arguments, Duration longestTest, long leastSamples) {
    this.arguments = arguments;
    this.longestTest = longestTest;
    this.leastSamples = leastSamples;
  }

  /** How long one fork samples, as flags of jcstress. */
  private record Sampled(int iterations, int millis) {
    List<String> actorsCompiledAlike() {
      return flags("-sc", "false");
    }

    List<String> actorsCompiledInEachWay() {
      return flags("-sc", "true");
    }

    /**
     * With flags for the JVM, jcstress leaves out configurations of its own. Each JVM first tries
     * how many tests make an iteration, which takes as long as thirty iterations where a test is
     * slow: short ones, of few tests, leave the time to the sampling, and so does a heap that is
     * not touched before.
     */
    private List<String> flags(String... compilation) {
      List<String> flags = new ArrayList<>(List.of("-jvmArgs", RaceJvm.NATIVE_ACCESS, "-f", "1"));
      flags.addAll(List.of("-strideCount", "4", "-pth", "false"));
      flags.addAll(List.of("-iters", String.valueOf(iterations), "-time", String.valueOf(millis)));
      flags.addAll(List.of(compilation));
      return List.copyOf(flags);
    }
  }

  /** Returns the flags of jcstress. */
  List<String> arguments() {
    return arguments;
  }

  /** Returns after how long one test is given up, on a machine with two processors under load. */
  Duration longestTest() {
    return longestTest;
  }

  /**
   * Returns in how many JVMs a race of so many actors is run: in one where they are compiled alike.
   */
  int jvms(int actors) {
    return this == FULL ? (int) Math.pow(WAYS_TO_COMPILE, actors) : 1;
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
