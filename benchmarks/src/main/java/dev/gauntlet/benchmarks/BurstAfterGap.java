package dev.gauntlet.benchmarks;

import dev.gauntlet.benchmarks.profile.OwnFigures;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * How long does a burst take that meets an executor which has been idle for a while?
 *
 * <p>From the first submission to the last result, all tasks together; the gap before it is not
 * counted. Workers that still spin when the burst comes answer at once, and those that have parked
 * have to be woken, so the times fall into groups by the length of the gap. The caller spins
 * through the gap, so that it is the workers' sleep that is measured and not its own.
 *
 * {@snippet lang="shell" :
 * java -jar benchmarks/target/benchmarks.jar BurstAfterGap -p subject=lockfree,jdk-fixed \\
 *     -prof dev.gauntlet.benchmarks.profile.OwnFigures
 * }
 */
@Scenario(
    question = "How long does a burst take that comes after a gap in which the executor was idle?",
    rules = {"V1", "V2"},
    score = OwnFigures.RESPONSE,
    limit = "wakeUp")
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class BurstAfterGap extends Measured {
  private static final int LARGEST = 1000;

  /** One task after 1 ms. */
  @Benchmark
  public Object of1After1ms(Pool pool, Bursts bursts) throws Exception {
    return bursts.run(pool, 1, 1000);
  }

  /** 32 tasks after 50 us. */
  @Benchmark
  public Object of32After50us(Pool pool, Bursts bursts) throws Exception {
    return bursts.run(pool, 32, 50);
  }

  /** 32 tasks after 1 ms. */
  @Benchmark
  public Object of32After1ms(Pool pool, Bursts bursts) throws Exception {
    return bursts.run(pool, 32, 1000);
  }

  /** 32 tasks after 10 ms. */
  @Benchmark
  public Object of32After10ms(Pool pool, Bursts bursts) throws Exception {
    return bursts.run(pool, 32, 10_000);
  }

  /** 1000 tasks after 1 ms. */
  @Benchmark
  public Object of1000After1ms(Pool pool, Bursts bursts) throws Exception {
    return bursts.run(pool, LARGEST, 1000);
  }

  /** The tasks of one caller. */
  @State(Scope.Thread)
  public static class Bursts {
    private final Batch batch = new Batch(LARGEST);

    Batch run(Pool pool, int size, long gapMicros) throws Exception {
      long start = System.nanoTime() + TimeUnit.MICROSECONDS.toNanos(gapMicros);
      while (System.nanoTime() < start) {
        Thread.onSpinWait();
      }
      long submitted = System.nanoTime();
      batch.submit(pool.executor, size);
      batch.redeem(size);
      OwnFigures.response(System.nanoTime() - submitted);
      return batch;
    }
  }
}
