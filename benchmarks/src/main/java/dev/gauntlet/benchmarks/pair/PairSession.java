package dev.gauntlet.benchmarks.pair;

import dev.gauntlet.benchmarks.environment.ContentionWatch;
import dev.gauntlet.benchmarks.run.BenchUnavailableException;
import dev.gauntlet.benchmarks.run.BenchUsageException;
import dev.gauntlet.benchmarks.run.ForkTimer;
import dev.gauntlet.benchmarks.run.Interruption;
import dev.gauntlet.benchmarks.run.MachineLock;
import dev.gauntlet.benchmarks.run.StopSignal;
import dev.gauntlet.reports.gate.GateEnd;
import dev.gauntlet.reports.gate.GateHeader;
import dev.gauntlet.reports.gate.GateLog;
import dev.gauntlet.reports.gate.GateLogReader;
import dev.gauntlet.reports.gate.GateLogWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * One run over pairs, from its request to its log.
 *
 * <p>When the JVM is told to end while a run is measured, as Ctrl-C does, the fork is killed, the
 * log ends as interrupted, and {@link #run} returns. The JVM ends when the session is closed, half
 * a minute later at most, so a report may be made before; do not call {@link System#exit} before
 * the session is closed.
 */
public final class PairSession implements AutoCloseable {
  private static final int SLOWEST_FACTOR = 4;
  private static final Duration SLOWEST_START = Duration.ofSeconds(60);

  private final PairRequest request;
  private final PairPlan plan;
  private final @Nullable GateLog earlier;
  private final StopSignal stop = new StopSignal();
  private final ForkTree tree = new ForkTree();
  private volatile @Nullable Interruption interruption;

  private PairSession(PairRequest request, PairPlan plan, @Nullable GateLog earlier) {
    this.request = request;
    this.plan = plan;
    this.earlier = earlier;
  }

  /**
   * Plans a run. Nothing is measured and nothing is written yet.
   *
   * @throws BenchUsageException if a jar is none, a flag is refused, the arms have nothing in
   *     common, or the log is there and is not to be gone on with, or of another run
   */
  public static PairSession open(PairRequest request) {
    PairPlan plan = PairPlan.of(request, Instant.now());
    if (!Files.exists(request.state())) {
      return new PairSession(request, plan, null);
    }
    if (!request.resume()) {
      throw new BenchUsageException(
          request.state() + " exists already: add --resume to go on with it, or name another");
    }
    GateLog earlier = GateLogReader.read(request.state());
    new LogResumption(request.state(), earlier.header()).check(plan.header());
    return new PairSession(request, plan.resumed(earlier.header()), earlier);
  }

  /**
   * Returns what would be measured, without looking at a log.
   *
   * @throws BenchUsageException as {@link #open} does
   */
  public static GateHeader preview(PairRequest request) {
    return PairPlan.of(request, Instant.now()).header();
  }

  /** Returns what is going to be measured. */
  public GateHeader header() {
    return plan.header();
  }

  /** Returns what a pair takes, about. */
  public Duration pairEstimate() {
    return plan.pairEstimate();
  }

  /** Returns the folder of what failing forks printed. */
  public Path logs() {
    Path state = request.state().toAbsolutePath();
    return state.resolveSibling(state.getFileName() + ".forks");
  }

  /**
   * Measures, and returns when every row is decided or out of pairs, time is up, or the run is
   * stopped. May be called once.
   *
   * @throws BenchUnavailableException if another run holds the machine, or idle processors cannot
   *     be kept awake as asked
   */
  public GateEnd run(PairListener listener) {
    if (interruption != null) {
      throw new IllegalStateException("a session runs once");
    }
    MachineLock lock = MachineLock.acquire();
    Interruption running = new Interruption(stop, tree);
    interruption = running;
    try (Spinners spinners =
        plan.header().settings().awake() ? Spinners.start() : Spinners.none()) {
      return measure(spinners, listener);
    } finally {
      running.measured();
      lock.close();
    }
  }

  private GateEnd measure(Spinners spinners, PairListener listener) {
    try (GateLogWriter writer = writer();
        JarCopies copies = new JarCopies();
        ForkTimer timer = new ForkTimer(tree, longestFork())) {
      ForkRunner runner =
          new ProcessForkRunner(
              plan.header().rows(),
              plan.arms(),
              plan.command(),
              new PairOrder(plan.header().settings().seed()),
              copies,
              logs(),
              tree,
              timer,
              spinners::ids);
      PairLoop loop =
          new PairLoop(
              plan.header(),
              runner,
              writer,
              quietWait(),
              new TimeBox(request.timeBox(), plan.pairEstimate(), System::nanoTime),
              stop,
              listener,
              InstantSource.system());
      if (earlier != null) {
        loop.resume(earlier);
      }
      return loop.run();
    } finally {
      removeIfEmpty(logs());
    }
  }

  private static void removeIfEmpty(Path folder) {
    try {
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      // it holds what failing forks printed
    }
  }

  private GateLogWriter writer() {
    return earlier == null
        ? GateLogWriter.create(request.state(), plan.header())
        : GateLogWriter.append(request.state());
  }

  private QuietWait quietWait() {
    ContentionWatch watch = ContentionWatch.ofThisProcess(); // the spinners are its children
    return new QuietWait(
        plan.header().settings().foreignCpuLimit(),
        QuietWait.counting(
            () -> {
              ContentionWatch.Sample before = watch.sample();
              return () -> watch.sample().since(before);
            },
            stop));
  }

  private Duration longestFork() {
    return plan.iterationTime().multipliedBy(SLOWEST_FACTOR).plus(SLOWEST_START);
  }

  /**
   * Stops the run: the fork that is measured is killed, and {@link #run} returns. May be called by
   * any thread; does not wait.
   */
  public void stop() {
    stop.request();
    Interruption running = interruption;
    if (running != null) {
      Thread.ofPlatform().daemon().name("stop-gate").start(running::stopMeasuring);
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
