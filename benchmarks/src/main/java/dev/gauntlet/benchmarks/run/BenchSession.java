package dev.gauntlet.benchmarks.run;

import dev.gauntlet.reports.record.RunHeader;
import dev.gauntlet.reports.record.RunRecord;
import dev.gauntlet.reports.record.RunRecordWriter;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One run, from its plan to its record.
 *
 * {@snippet lang="java" :
 * try (BenchSession session = BenchSession.open(options)) {
 *   BenchOutcome outcome = session.run(listener);
 *   report(outcome.runDirectory());
 * }
 * }
 *
 * <p>When the JVM is told to end while a run is measured, as Ctrl-C does, the fork is killed, the
 * record ends as interrupted, and {@link #run} returns. The JVM ends when the session is closed,
 * half a minute later at most, so a report may be made before; do not call {@link System#exit}
 * before the session is closed.
 */
public final class BenchSession implements AutoCloseable {
  private static final int SLOWEST_FACTOR = 4;
  private static final Duration SLOWEST_START = Duration.ofSeconds(30);

  private final BenchOptions options;
  private final JmhFlags flags;
  private final BenchPlan plan;
  private final @Nullable RunRecord resumed;
  private final StopSignal stop = new StopSignal();
  private final ForkProcesses processes = new ForkProcesses();
  private Duration longestFork;
  private volatile @Nullable Interruption interruption;

  private BenchSession(
      BenchOptions options, JmhFlags flags, BenchPlan plan, @Nullable RunRecord resumed) {
    this.options = options;
    this.flags = flags;
    this.plan = plan;
    this.resumed = resumed;
    this.longestFork = plan.fork().iterationTime().multipliedBy(SLOWEST_FACTOR).plus(SLOWEST_START);
  }

  /**
   * Plans a run. Nothing is measured and nothing is written yet.
   *
   * @throws BenchUsageException if a name is unknown, a flag is refused, nothing is left to
   *     measure, or the run to be resumed was another one
   */
  public static BenchSession open(BenchOptions options) {
    JmhFlags flags = JmhFlags.parse(options.jmhFlags());
    BenchPlan plan = new Planner(options, flags).plan();
    Path directory = options.resume();
    if (directory == null) {
      return new BenchSession(options, flags, plan, null);
    }
    RunRecord record = new RunFolder(directory).read();
    new Resumption(directory, record.header()).check(plan, options.sources());
    return new BenchSession(
        options, flags, plan.withSeed(record.header().settings().seed()), record);
  }

  /** Returns what is going to be measured. */
  public BenchPlan plan() {
    return plan;
  }

  /**
   * Measures, and returns when everything planned was measured, time is up, or the run is stopped.
   * May be called once.
   *
   * @throws BenchUnavailableException if another run holds the machine
   */
  public BenchOutcome run(ProgressListener listener) {
    if (interruption != null) {
      throw new IllegalStateException("a session runs once");
    }
    MachineLock lock = MachineLock.acquire();
    Interruption running = new Interruption(stop, processes);
    interruption = running;
    try {
      return measure(folder(), listener);
    } finally {
      running.measured();
      lock.close();
    }
  }

  private RunFolder folder() {
    Path directory = options.resume();
    if (directory != null) {
      return new RunFolder(directory);
    }
    RunHeader header = Headers.of(plan, options.sources(), Instant.now());
    return RunFolder.create(options.runsDirectory(), header, plan);
  }

  private BenchOutcome measure(RunFolder folder, ProgressListener listener) {
    try (PrintStream log = folder.openLog();
        RunRecordWriter writer = folder.append();
        ForkTimer timer = new ForkTimer(processes, longestFork)) {
      ForkRunner runner = new ForkRunner(plan, flags, log, processes, timer);
      RunLoop loop = new RunLoop(plan, runner, writer, listener, stop);
      if (resumed != null) {
        loop.skip(resumed);
      }
      return loop.run(folder.directory());
    }
  }

  /** Sets after which time a fork counts as hanging. */
  void longestFork(Duration limit) {
    longestFork = limit;
  }

  /**
   * Stops the run: the fork that is measured is killed, and {@link #run} returns. May be called by
   * any thread; does not wait.
   */
  public void stop() {
    stop.request();
    Interruption running = interruption;
    if (running != null) {
      Thread.ofPlatform().daemon().name("stop-benchmarks").start(running::stopMeasuring);
    }
  }

  /** Lets the JVM end without waiting for this session. */
  @Override
  public void close() {
    Interruption running = interruption;
    if (running != null) {
      running.close();
    }
  }
}
