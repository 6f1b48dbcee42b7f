package dev.gauntlet.stress.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * One way in which a mode runs races.
 *
 * @param name the name of its folder
 * @param arguments flags of jcstress
 * @param races which of the races it runs
 * @param jvms in how many JVMs each of them is run
 */
record Pass(
    String name, List<String> arguments, Predicate<RaceTest> races, ToIntFunction<RaceTest> jvms) {
  private static final int MILLIS = 50;

  /** Not at all, by C1, by C2. */
  private static final int WAYS_TO_COMPILE = 3;

  /** What the compiler may reorder at all, it does now and then. */
  private static final String RANDOMIZED =
      "-XX:-TieredCompilation -XX:+UnlockDiagnosticVMOptions -XX:+StressLCM -XX:+StressGCM"
          + " -XX:+StressIGVN -XX:+StressCCP";

  /** All races, in one JVM each that compiles as it likes. */
  static Pass alike(int iterations) {
    List<String> flags = flags(RaceJvm.NATIVE_ACCESS, 1, iterations, false);
    return new Pass("alike", flags, test -> true, test -> 1);
  }

  /** All races, in one JVM for each way in which their actors can be compiled. */
  static Pass inEachWay(int iterations) {
    List<String> flags = flags(RaceJvm.NATIVE_ACCESS, 1, iterations, true);
    return new Pass(
        "in-each-way", flags, test -> true, test -> (int) Math.pow(WAYS_TO_COMPILE, test.actors()));
  }

  /**
   * Those about visibility, in JVMs whose compiler orders at random what it may order, each with a
   * seed of its own. Some of their controls show nothing anywhere else.
   */
  static Pass randomized(int jvms, int iterations) {
    List<String> flags = flags(RaceJvm.NATIVE_ACCESS + " " + RANDOMIZED, jvms, iterations, false);
    return new Pass(
        "randomized",
        flags,
        test -> test.rules().stream().anyMatch(rule -> rule.startsWith("V")),
        test -> jvms);
  }

  /**
   * With flags for the JVM, jcstress leaves out configurations of its own. Each JVM first tries how
   * many tests make an iteration, which takes as long as thirty iterations where a test is slow:
   * short ones, of few tests, leave the time to the sampling, and so does a heap that is not
   * touched before.
   */
  private static List<String> flags(
      String jvm, int forks, int iterations, boolean eachActorByItself) {
    List<String> flags = new ArrayList<>(List.of("-jvmArgs", jvm, "-f", String.valueOf(forks)));
    flags.addAll(List.of("-strideCount", "4", "-pth", "false"));
    flags.addAll(List.of("-iters", String.valueOf(iterations), "-time", String.valueOf(MILLIS)));
    flags.addAll(List.of("-sc", String.valueOf(eachActorByItself)));
    return List.copyOf(flags);
  }

  /** Returns those of the tests that it runs. */
  List<RaceTest> of(List<RaceTest> tests) {
    return tests.stream().filter(races).toList();
  }

  /** Returns how many JVMs it takes for the tests. */
  int jvms(List<RaceTest> tests) {
    return of(tests).stream().mapToInt(jvms).sum();
  }
}
