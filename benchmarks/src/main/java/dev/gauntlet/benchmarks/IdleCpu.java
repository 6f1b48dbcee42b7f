package dev.gauntlet.benchmarks;

import dev.gauntlet.benchmarks.profile.OwnFigures;
import dev.gauntlet.benchmarks.profile.ProcessCpu;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * How much CPU time does a process take whose executor has next to nothing to do?
 *
 * <p>The CPU time of all threads of the process over half a second: without a task, from {@value
 * #REST_MILLIS} ms after the last one, and with one task a millisecond, which catches those who
 * spin from one to the next. The JVM's own housekeeping is in it, alike for everybody, so a ratio
 * of 1 says that an executor which waits costs nothing. The figure is recorded by {@link
 * OwnFigures}; what JMH itself prints as the score is the length of a stretch.
 *
 * {@snippet lang="shell" :
 * java -jar benchmarks/target/benchmarks.jar IdleCpu -p subject=lockfree,jdk-fixed \\
 *     -prof dev.gauntlet.benchmarks.profile.OwnFigures
 * }
 */
@Scenario(
    question = "How much CPU time does a process take whose executor has next to nothing to do?",
    rules = {"V1", "V2"},
    score = OwnFigures.CPU_SHARE,
    unit = "ms/s",
    limits = IdleLimits.class,
    limit = "nothing")
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class IdleCpu extends Measured {
  private static final int TASKS = 1000;
  private static final long REST_MILLIS = 100;
  static final long STRETCH_MILLIS = 500;

  /** No task, after a burst of 1000. */
  @Benchmark
  public Object afterWork(Pool pool, Idler idler) throws Exception {
    return idler.afterWork(pool, STRETCH_MILLIS);
  }

  /** One task a millisecond. */
  @Benchmark
  public Object oneTaskEachMs(Pool pool, Idler idler) throws Exception {
    return idler.oneTaskEachMs(pool, STRETCH_MILLIS);
  }

  /** Sleeps, and records what the process took of a processor meanwhile. */
  static void rest(long millis) throws InterruptedException {
    long start = System.nanoTime();
    long cpu = ProcessCpu.nanos();
    Thread.sleep(millis);
    record(cpu, start);
  }

  private static void record(long cpuBefore, long start) {
    long cpu = ProcessCpu.nanos() - cpuBefore;
    OwnFigures.cpuShare(cpu, System.nanoTime() - start);
  }

  /** The tasks of one caller. */
  @State(Scope.Thread)
  public static class Idler {
    private final Batch batch = new Batch(TASKS);
    private final Ticket task = new Ticket();

    Idler afterWork(Pool pool, long millis) throws Exception {
      batch.submit(pool.executor, TASKS);
      batch.redeem(TASKS);
      Thread.sleep(REST_MILLIS);
      rest(millis);
      return this;
    }

    Idler oneTaskEachMs(Pool pool, long millis) throws Exception {
      long start = System.nanoTime();
      long cpu = ProcessCpu.nanos();
      for (int i = 1; i <= millis; i++) {
        task.redeem(pool.executor.submit(task));
        sleepUntil(start + TimeUnit.MILLISECONDS.toNanos(i));
      }
      record(cpu, start);
      return this;
    }

    private static void sleepUntil(long due) {
      for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
    }
  }
}
