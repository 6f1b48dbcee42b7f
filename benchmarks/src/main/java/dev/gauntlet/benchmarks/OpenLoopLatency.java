package dev.gauntlet.benchmarks;

import dev.gauntlet.benchmarks.profile.OwnFigures;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * How long after a task was due has it run, when tasks arrive as they please?
 *
 * <p>Arrivals are a Poisson stream from a fixed seed, in stretches of 0.2 s; between two of them
 * every future is read and compared. A time runs from when the task was due, not from when the
 * producer got round to submitting it, so that an executor that stalls its producer does not look
 * fast: nothing is coordinated with the omission of what was not sent. The producer spins until the
 * next task is due and so takes a processor of its own, in the place of one of the workers. Times
 * are recorded by {@link OwnFigures}; what JMH itself prints as the score is the length of a
 * stretch.
 *
 * {@snippet lang="shell" :
 * java -jar benchmarks/target/benchmarks.jar OpenLoopLatency -p subject=lockfree,jdk-fixed \\
 *     -prof dev.gauntlet.benchmarks.profile.OwnFigures
 * }
 */
@Scenario(
    question = "How long after it was due has a task run, when tasks arrive at a given rate?",
    rules = {"V1", "V2"},
    score = OwnFigures.RESPONSE,
    limit = "lineOneWay")
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class OpenLoopLatency extends Measured {
  private static final int STRETCHES_A_SECOND = 5;
  private static final int SLOW = 10_000;
  private static final int FAST = 50_000;
  private static final int FASTEST = 100_000;
  private static final int SLOW_STRETCH = SLOW / STRETCHES_A_SECOND;
  private static final int FAST_STRETCH = FAST / STRETCHES_A_SECOND;
  private static final int FASTEST_STRETCH = FASTEST / STRETCHES_A_SECOND;

  /** 10 000 tasks a second. */
  @Benchmark
  @OperationsPerInvocation(SLOW_STRETCH)
  public Object at10000(PoolBesideAProducer pool, Arrivals arrivals) throws Exception {
    return arrivals.run(pool.executor, SLOW, SLOW_STRETCH);
  }

  /** 50 000 tasks a second. */
  @Benchmark
  @OperationsPerInvocation(FAST_STRETCH)
  public Object at50000(PoolBesideAProducer pool, Arrivals arrivals) throws Exception {
    return arrivals.run(pool.executor, FAST, FAST_STRETCH);
  }

  /** 100 000 tasks a second, which is more than some subjects can do. */
  @Benchmark
  @OperationsPerInvocation(FASTEST_STRETCH)
  public Object at100000(PoolBesideAProducer pool, Arrivals arrivals) throws Exception {
    return arrivals.run(pool.executor, FASTEST, FASTEST_STRETCH);
  }

  /** The tasks of one producer. */
  @State(Scope.Thread)
  public static class Arrivals {
    private static final long SEED = 20_261;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final Due[] tasks = new Due[FASTEST_STRETCH];
    private final Future<?>[] futures = new Future<?>[FASTEST_STRETCH];

    /** Makes the tasks. */
    public Arrivals() {
      for (int i = 0; i < FASTEST_STRETCH; i++) {
        tasks[i] = new Due();
      }
    }

    Arrivals run(ExecutorService executor, int rate, int count) throws Exception {
      double meanGap = (double) TimeUnit.SECONDS.toNanos(1) / rate;
      double due = 0;
      long start = System.nanoTime();
      for (int i = 0; i < count; i++) {
        due -= Math.log(1 - random.nextDouble()) * meanGap;
        tasks[i].due = start + (long) due;
        while (System.nanoTime() < tasks[i].due) {
          Thread.onSpinWait();
        }
        futures[i] = executor.submit(tasks[i]);
      }
      for (int i = 0; i < count; i++) {
        tasks[i].redeem(futures[i]);
        OwnFigures.response(tasks[i].ended - tasks[i].due);
      }
      return this;
    }
  }

  /** A task that notes when it ran; its future hands both times from thread to thread. */
  private static final class Due extends Ticket {
    private long due;
    private long ended;

    @Override
    public Ticket call() {
      Ticket result = super.call();
      ended = System.nanoTime();
      return result;
    }
  }
}
