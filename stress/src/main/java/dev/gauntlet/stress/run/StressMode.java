package dev.gauntlet.stress.run;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** How long and in how many JVM configurations each race is run. */
public enum StressMode {
  /** A handful of races that decide most, in one JVM configuration; part of the build. */
  VERIFY(
      List.of(
          "-jvmArgs",
          RaceJvm.NATIVE_ACCESS,
          "-f",
          "1",
          "-iters",
          "3",
          "-time",
          "100",
          "-sc",
          "false"),
      Duration.ofSeconds(20),
      100),

  /** All races in the usual JVM configurations. */
  QUICK(
      List.of("-m", "quick", "-sc", "false", "-jvmArgsPrepend", RaceJvm.NATIVE_ACCESS),
      Duration.ofMinutes(3),
      1_000),

  /** All races in all JVM configurations, each actor compiled in each way. */
  FULL(
      List.of("-m", "default", "-sc", "true", "-jvmArgsPrepend", RaceJvm.NATIVE_ACCESS),
      Duration.ofMinutes(15),
      10_000);

  private static final Set<String> DECIDING =
      Set.of(
          "AwaitTerminationVsLastTaskRace",
          "CallbackVsSettleRace",
          "CompleteVsCancelRace",
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

  /** Returns the flags of jcstress. */
  List<String> arguments() {
    return arguments;
  }

  /** Returns after how long one test is given up, on a machine with two processors under load. */
  Duration longestTest() {
    return longestTest;
  }

  /** Returns how many samples a race needs before its silence says anything. */
  long leastSamples() {
    return leastSamples;
  }

  /** Returns whether a race belongs to this mode when none was asked for by name. */
  boolean includes(String race) {
    return this != VERIFY || DECIDING.contains(race);
  }
}
