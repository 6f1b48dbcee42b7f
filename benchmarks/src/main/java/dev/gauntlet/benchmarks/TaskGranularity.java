package dev.gauntlet.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * From which size of its tasks on does it no longer matter who runs them?
 *
 * <p>The bursts of {@link FanOutFanIn}, of {@value #SIZE} tasks that each compute for a while:
 * {@link Blackhole#consumeCPU} with 10, 100 and 1000 tokens, of which one takes some two
 * nanoseconds. An executor that is ahead on tasks that do nothing is ahead by what it spares of
 * each, and that is the less the longer they compute.
 *
 * {@snippet lang="shell" :
 * java -jar benchmarks/target/benchmarks.jar TaskGranularity -p subject=lockfree,jdk-fixed
 * }
 */
@Scenario(
    question = "What does a task of a burst of 1000 cost that computes for a while?",
    rules = {"V1", "V2"},
    limit = "spscHandOff")
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TaskGranularity extends Measured {
  private static final int SIZE = 1000;

  /** Tasks of 10 tokens. */
  @Benchmark
  @OperationsPerInvocation(SIZE)
  public Object work10(Pool pool, Brief bursts) throws Exception {
    return bursts.run(pool);
  }

  /** Tasks of 100 tokens. */
  @Benchmark
  @OperationsPerInvocation(SIZE)
  public Object work100(Pool pool, Medium bursts) throws Exception {
    return bursts.run(pool);
  }

  /** Tasks of 1000 tokens. */
  @Benchmark
  @OperationsPerInvocation(SIZE)
  public Object work1000(Pool pool, Lengthy bursts) throws Exception {
    return bursts.run(pool);
  }

  /** The tasks of one caller. */
  @State(Scope.Thread)
  public abstract static class Bursts {
    private final Batch batch;

    Bursts(int tokens) {
      batch = new Batch(SIZE, () -> new Work(tokens));
    }

    final Batch run(Pool pool) throws Exception {
      batch.submit(pool.executor, SIZE);
      batch.redeem(SIZE);
      return batch;
    }
  }

  /** Of 10 tokens. */
  public static class Brief extends Bursts {
    /** Makes the tasks. */
    public Brief() {
      super(10);
    }
  }

  /** Of 100 tokens. */
  public static class Medium extends Bursts {
    /** Makes the tasks. */
    public Medium() {
      super(100);
    }
  }

  /** Of 1000 tokens. */
  public static class Lengthy extends Bursts {
    /** Makes the tasks. */
    public Lengthy() {
      super(1000);
    }
  }

  private static final class Work extends Ticket {
    private final int tokens;

    Work(int tokens) {
      this.tokens = tokens;
    }

    @Override
    public Ticket call() {
      Blackhole.consumeCPU(tokens);
      return super.call();
    }
  }
}
