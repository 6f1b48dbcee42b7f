package dev.gauntlet.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * What does a task cost when a burst of them is submitted from outside and then awaited?
 *
 * <p>The score is the time of one task, a share of the burst's. The caller asks the futures from
 * the last to the first: it mostly waits once, so that its own wake-ups do not hide those of the
 * workers. There is a method for each size because JMH divides by a constant alone.
 *
 * {@snippet lang="shell" :
 * java -jar benchmarks/target/benchmarks.jar FanOutFanIn.of100$ -p subject=lockfree,jdk-fixed
 * }
 */
@Scenario(
    question = "What does a task cost in a burst that is submitted from outside and then awaited?",
    rules = {"V1", "V2"},
    limit = "spscHandOff")
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class FanOutFanIn extends Measured {
  private static final int LARGEST = 10_000;

  /** A burst of one: the round trip, as a mean. */
  @Benchmark
  public Object of1(Pool pool, Bursts bursts) throws Exception {
    return bursts.run(pool, 1);
  }

  /** A burst of 10 tasks. */
  @Benchmark
  @OperationsPerInvocation(10)
  public Object of10(Pool pool, Bursts bursts) throws Exception {
    return bursts.run(pool, 10);
  }

  /** A burst of 100 tasks. */
  @Benchmark
  @OperationsPerInvocation(100)
  public Object of100(Pool pool, Bursts bursts) throws Exception {
    return bursts.run(pool, 100);
  }

  /** A burst of 1000 tasks. */
  @Benchmark
  @OperationsPerInvocation(1000)
  public Object of1000(Pool pool, Bursts bursts) throws Exception {
    return bursts.run(pool, 1000);
  }

  /** A burst of 10 000 tasks. */
  @Benchmark
  @OperationsPerInvocation(LARGEST)
  public Object of10000(Pool pool, Bursts bursts) throws Exception {
    return bursts.run(pool, LARGEST);
  }

  /** The tasks of one caller. */
  @State(Scope.Thread)
  public static class Bursts {
    private final Batch batch = new Batch(LARGEST);

    Batch run(Pool pool, int size) throws Exception {
      batch.submit(pool.executor, size);
      batch.redeem(size);
      return batch;
    }
  }
}
