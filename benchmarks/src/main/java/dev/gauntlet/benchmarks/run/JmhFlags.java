package dev.gauntlet.benchmarks.run;

import dev.gauntlet.benchmarks.profile.CpuProfiler;
import dev.gauntlet.benchmarks.profile.OwnFigures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openjdk.jmh.profile.ProfilerException;
import org.openjdk.jmh.profile.ProfilerFactory;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.ProfilerConfig;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.WarmupMode;

/** Flags of JMH that are passed through, and what they change in a plan. */
final class JmhFlags {
  /** JMH's allocation profiler. */
  static final String GC_PROFILER = "gc";

  private static final Pattern COLLECTOR = Pattern.compile("-XX:\\+Use\\w+GC");
  private static final Pattern PARAMETER = Pattern.compile("--?p(?!r).*");

  private final List<String> text;
  private final CommandLineOptions options;

  private JmhFlags(List<String> text, CommandLineOptions options) {
    this.text = List.copyOf(text);
    this.options = options;
  }

  /**
   * Reads the flags as JMH does.
   *
   * @throws BenchUsageException if JMH does not know one, or one of them contradicts the loop over
   *     the forks
   */
  static JmhFlags parse(List<String> flags) {
    CommandLineOptions options = FlagCheck.read(flags);
    new Contradictions(options, flags).check();
    JmhFlags parsed = new JmhFlags(flags, options);
    parsed.checkProfilers();
    return parsed;
  }

  private void checkProfilers() {
    for (ProfilerConfig profiler : options.getProfilers()) {
      try {
        ProfilerFactory.getProfilerOrException(profiler);
      } catch (ProfilerException e) {
        throw new BenchUsageException(
            "the profiler \""
                + profiler.getKlass()
                + "\" cannot be used here: "
                + FlagCheck.oneLine(String.valueOf(e.getMessage())));
      }
    }
  }

  /** Returns the flags as they were given. */
  List<String> text() {
    return text;
  }

  /** Returns them as the parent of the options of a fork. */
  Options asParent() {
    return options;
  }

  /** Returns the settings with what the flags change. */
  ForkSettings applyTo(ForkSettings settings) {
    return new ForkSettings(
        options.getWarmupIterations().orElse(settings.warmupIterations()),
        time(options.getWarmupTime().orElse(timeValue(settings.warmupTime()))),
        options.getMeasurementIterations().orElse(settings.measurementIterations()),
        time(options.getMeasurementTime().orElse(timeValue(settings.measurementTime()))));
  }

  /**
   * Returns the flags of a fork's JVM: those given between what is to come before and after them. A
   * collector that is chosen replaces ours, for a JVM takes one alone.
   */
  List<String> jvmFlags(List<String> given) {
    List<String> before = List.copyOf(options.getJvmArgsPrepend().orElse(List.<String>of()));
    List<String> after = new ArrayList<>(options.getJvmArgs().orElse(List.<String>of()));
    after.addAll(options.getJvmArgsAppend().orElse(List.<String>of()));
    boolean choosesCollector =
        Stream.concat(before.stream(), after.stream()).anyMatch(COLLECTOR.asMatchPredicate());
    List<String> flags = new ArrayList<>(before);
    given.stream()
        .filter(flag -> !(choosesCollector && COLLECTOR.matcher(flag).matches()))
        .forEach(flags::add);
    flags.addAll(after);
    return flags;
  }

  /**
   * Returns the profilers of every fork that the flags do not ask for themselves. The first is
   * started first and stopped last, so that the allocations of one are not seen by the other.
   */
  List<String> addedProfilers() {
    List<String> added =
        new ArrayList<>(
            List.of(CpuProfiler.class.getName(), OwnFigures.class.getName(), GC_PROFILER));
    options.getProfilers().forEach(profiler -> added.remove(profiler.getKlass()));
    return added;
  }

  /** Returns the names of all profilers of a fork. */
  List<String> profilers() {
    List<String> all = addedProfilers();
    options.getProfilers().forEach(profiler -> all.add(profiler.getKlass()));
    return all;
  }

  static TimeValue timeValue(Duration duration) {
    return TimeValue.milliseconds(duration.toMillis());
  }

  private static Duration time(TimeValue value) {
    return Duration.ofMillis(value.convertTo(TimeUnit.MILLISECONDS));
  }

  /** Refuses what a plan has decided already, each with one line. */
  private record Contradictions(CommandLineOptions options, List<String> flags) {

    void check() {
      FlagCheck check =
          new FlagCheck(options, " (benchmarks.jar is plain JMH and takes every flag)");
      check.refuse(
          isSet(options.getForkCount()), "-f", "the number of rounds is the number of forks");
      check.refuse(isSet(options.getWarmupForkCount()), "-wf", "every fork of a round is measured");
      check.refuse(isNotIndividual(), "-wm", "each fork warms up for itself");
      check.refuse(!options.getWarmupIncludes().isEmpty(), "-wmb", "each fork loads one subject");
      check.refuse(isSet(options.getThreads()), "-t", "the rows of a suite fix the threads");
      check.refuse(isSet(options.getThreadGroups()), "-tg", "the rows of a suite fix the threads");
      check.refuse(!options.getBenchModes().isEmpty(), "-bm", "the scenarios fix their modes");
      check.refuse(isSet(options.getTimeUnit()), "-tu", "the scenarios fix their units");
      check.refuse(isSet(options.getOperationsPerInvocation()), "-opi", "the scenarios fix it");
      check.refuse(
          flags.stream().anyMatch(PARAMETER.asMatchPredicate()),
          "-p",
          "subjects and workers are chosen by options of their own");
      check.refuse(
          isSet(options.shouldFailOnError()), "-foe", "a failing fork is recorded as failed");
      check.refuse(isSet(options.getResult()), "-rff", "the record of the run holds JMH's results");
      check.refuse(
          isSet(options.getResultFormat()), "-rf", "the record of the run holds JMH's results");
      check.refuse(
          isSet(options.getOutput()), "-o", "JMH's text goes to jmh.log beside the record");
      check.refuse(isSet(options.getJvm()), "-jvm", "forks run on the JDK that runs this command");
      check.refuse(
          !options.getIncludes().isEmpty(), first(options.getIncludes()), "name scenarios instead");
      check.refuse(!options.getExcludes().isEmpty(), "-e", "name scenarios instead");
      check.refuseLists();
    }

    private boolean isNotIndividual() {
      return options.getWarmupMode().orElse(WarmupMode.INDI) != WarmupMode.INDI;
    }

    private static String first(List<String> patterns) {
      return patterns.isEmpty() ? "" : patterns.get(0);
    }

    private static boolean isSet(org.openjdk.jmh.util.Optional<?> option) {
      return option.hasValue();
    }
  }
}
