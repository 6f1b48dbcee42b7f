package dev.gauntlet.benchmarks.run;

import dev.gauntlet.benchmarks.environment.ForkWatch;
import dev.gauntlet.reports.record.ForkEnvironment;
import dev.gauntlet.reports.record.ForkResult;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Measures one fork of one cell. */
final class ForkRunner {
  private final BenchPlan plan;
  private final JmhFlags flags;
  private final PrintStream log;
  private final ForkProcesses processes;
  private final ForkTimer timer;

  ForkRunner(
      BenchPlan plan, JmhFlags flags, PrintStream log, ForkProcesses processes, ForkTimer timer) {
    this.plan = plan;
    this.flags = flags;
    this.log = log;
    this.processes = processes;
    this.timer = timer;
  }

  /**
   * Runs the fork and waits for its end.
   *
   * @param order its position in the whole run
   */
  ForkResult run(Cell cell, int round, int order, JmhEvents.IterationListener listener)
      throws ForkFailedException {
    log.printf("%n# Round %d, fork %d: %s%n", round, order, cell.label());
    processes.noteOthers();
    ForkWatch watch = ForkWatch.start();
    Instant startedAt = Instant.now();
    long start = System.nanoTime();
    RunResult result = measure(cell, listener);
    Duration duration = Duration.ofNanos(System.nanoTime() - start);
    ForkEnvironment environment = watch.stop();
    return ForkResults.of(cell, result, flags)
        .toRecord(round, order, startedAt, duration, environment);
  }

  private RunResult measure(Cell cell, JmhEvents.IterationListener listener)
      throws ForkFailedException {
    VerboseMode verbosity = flags.asParent().verbosity().orElse(VerboseMode.NORMAL);
    JmhEvents events = new JmhEvents(log, verbosity, listener);
    try (ForkTimer.Watched watched = timer.watch()) {
      return only(run(options(cell), events, watched));
    }
  }

  private Collection<RunResult> run(Options options, JmhEvents events, ForkTimer.Watched watched)
      throws ForkFailedException {
    try {
      return new Runner(options, events).run();
    } catch (RunnerException | RuntimeException e) {
      if (watched.hasExpired()) {
        throw new ForkFailedException(
            "killed after "
                + timer.limit().toSeconds()
                + " s without an end: a task or a wake-up may be lost; its threads are in jmh.log");
      }
      throw ForkFailedException.because(e);
    }
  }

  private static RunResult only(Collection<RunResult> results) throws ForkFailedException {
    if (results.size() != 1) {
      throw new ForkFailedException("JMH gave " + results.size() + " results for one fork");
    }
    return List.copyOf(results).get(0);
  }

  private Options options(Cell cell) {
    Row row = cell.row();
    ForkSettings fork = plan.fork();
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .parent(flags.asParent())
            .include("^" + Pattern.quote(row.benchmark()) + "$")
            .param("subject", cell.subject())
            .param("workers", String.valueOf(plan.workers()))
            .threads(row.threads())
            .forks(1)
            .warmupForks(0)
            .warmupIterations(fork.warmupIterations())
            .warmupTime(JmhFlags.timeValue(fork.warmupTime()))
            .measurementIterations(fork.measurementIterations())
            .measurementTime(JmhFlags.timeValue(fork.measurementTime()))
            .jvmArgsPrepend()
            .jvmArgs(plan.jvmFlags().toArray(String[]::new))
            .jvmArgsAppend()
            .shouldFailOnError(true);
    row.params().forEach(options::param);
    flags.addedProfilers().forEach(options::addProfiler);
    return options.build();
  }
}
