package dev.gauntlet.benchmarks.pair;

import dev.gauntlet.benchmarks.run.BenchUsageException;
import dev.gauntlet.benchmarks.run.FlagCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * JMH's flags for every fork of both arms. What the loop decides for each fork is taken out of
 * them; what would contradict the loop is refused.
 */
final class PairFlags {
  private static final String GC_PROFILER = "gc";

  /** What the loop sets for each fork, with the value that follows. */
  private static final Pattern PER_FORK = Pattern.compile("--?(p|bm|t|wi|w|i|r)");

  private static final Pattern PER_FORK_JOINED = Pattern.compile("--?(p|bm|t|wi|w|i|r)=.*");

  private final CommandLineOptions options;
  private final List<String> passed;

  private PairFlags(CommandLineOptions options, List<String> passed) {
    this.options = options;
    this.passed = passed;
  }

  /**
   * Reads the flags as JMH does.
   *
   * @throws BenchUsageException if JMH does not know one, or one contradicts the loop
   */
  static PairFlags parse(List<String> flags) {
    CommandLineOptions options = FlagCheck.read(flags);
    new RefusedFlags(options).check();
    return new PairFlags(options, passed(flags));
  }

  private static List<String> passed(List<String> flags) {
    List<String> passed = new ArrayList<>();
    for (int i = 0; i < flags.size(); i++) {
      String flag = flags.get(i);
      if (PER_FORK.matcher(flag).matches()) {
        i++; // its value
      } else if (!PER_FORK_JOINED.matcher(flag).matches()) {
        passed.add(flag);
      }
    }
    refuseJoined(passed);
    return List.copyOf(passed);
  }

  /** Flags with their value joined on without a sign, as in {@code -psize=1}, would come twice. */
  private static void refuseJoined(List<String> passed) {
    try {
      CommandLineOptions left = new CommandLineOptions(passed.toArray(String[]::new));
      if (!left.getBenchModes().isEmpty()
          || left.getThreads().hasValue()
          || left.getWarmupIterations().hasValue()
          || left.getWarmupTime().hasValue()
          || left.getMeasurementIterations().hasValue()
          || left.getMeasurementTime().hasValue()
          || passed.stream().anyMatch(flag -> flag.matches("-p(?!rof$)\\w.*"))) {
        throw new BenchUsageException("write JMH's flags with a space before their values");
      }
    } catch (CommandLineOptionException e) {
      throw new BenchUsageException("write JMH's flags with a space before their values");
    }
  }

  /** Returns the modes that were asked for, in one order; empty for those of each benchmark. */
  List<Mode> modes() {
    return options.getBenchModes().stream().sorted().toList();
  }

  /** Returns the values that were asked for. */
  Optional<List<String>> param(String name) {
    return Optional.ofNullable(options.getParameter(name).orElse(null)).map(List::copyOf);
  }

  /** Returns the threads that were asked for. */
  Optional<Integer> threads() {
    return Optional.ofNullable(options.getThreads().orElse(null));
  }

  OptionalInt warmupIterations() {
    Integer count = options.getWarmupIterations().orElse(null);
    return count == null ? OptionalInt.empty() : OptionalInt.of(count);
  }

  OptionalInt measurementIterations() {
    Integer count = options.getMeasurementIterations().orElse(null);
    return count == null ? OptionalInt.empty() : OptionalInt.of(count);
  }

  Optional<Long> warmupMillis() {
    return Optional.ofNullable(options.getWarmupTime().orElse(null)).map(PairFlags::millis);
  }

  Optional<Long> measurementMillis() {
    return Optional.ofNullable(options.getMeasurementTime().orElse(null)).map(PairFlags::millis);
  }

  private static long millis(TimeValue time) {
    return time.convertTo(TimeUnit.MILLISECONDS);
  }

  /** Returns the flags of the forks' JVMs that were asked for, in their order. */
  List<String> jvmFlags() {
    return Stream.of(options.getJvmArgsPrepend(), options.getJvmArgs(), options.getJvmArgsAppend())
        .flatMap(flags -> flags.orElse(List.<String>of()).stream())
        .toList();
  }

  /** Returns what every fork is given beside what the loop decides. */
  List<String> passed() {
    boolean profiled =
        options.getProfilers().stream().anyMatch(p -> p.getKlass().equals(GC_PROFILER));
    if (profiled) {
      return passed;
    }
    List<String> all = new ArrayList<>(passed);
    all.addAll(List.of("-prof", GC_PROFILER));
    return all;
  }
}
