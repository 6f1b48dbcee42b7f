package dev.gauntlet.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * How many tasks a second do producers get done when each keeps the queue filled?
 *
 * <p>Each producer, a thread of JMH, has two batches of {@value #BATCH} tasks in flight and no
 * more. One operation is one task: its result is retrieved and compared, and its successor
 * submitted. While the older batch is retrieved the younger one keeps the workers busy, and a
 * producer that is ahead waits once for half its window instead of once for each task.
 *
 * {@snippet lang="shell" :
 * java -jar benchmarks/target/benchmarks.jar SubmitThroughput -p subject=lockfree,jdk-fixed -t 4
 * }
 */
@Scenario(
    question =
        "How many tasks get done when each producer keeps up to 1000 of its tasks in flight?",
    rules = {"V1", "V2"},
    limit = "spscHandOff")
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class SubmitThroughput extends Measured {
  /** Half of what one producer may have in flight. */
  public static final int BATCH = 500;

  /** Retrieves a batch and submits the next one. */
  @Benchmark
  @OperationsPerInvocation(BATCH)
  public Object retrieveAndSubmit(Pool pool, Producer producer) throws Exception {
    return producer.step(pool);
  }

  /** The tasks of one producer. */
  @State(Scope.Thread)
  public static class Producer {
    private Batch older = new Batch(BATCH);
    private Batch younger = new Batch(BATCH);

    /** Fills the window, so that each operation that is counted retrieves a task. */
    @Setup(Level.Iteration)
    public void fill(Pool pool) {
      older.submit(pool.executor, BATCH);
      younger.submit(pool.executor, BATCH);
    }

    Batch step(Pool pool) throws Exception {
      Batch batch = older;
      batch.redeem(BATCH);
      batch.submit(pool.executor, BATCH);
      older = younger;
      younger = batch;
      return batch;
    }

    /** Retrieves what is left in the window. */
    @TearDown(Level.Iteration)
    public void drain() throws Exception {
      older.redeem(BATCH);
      younger.redeem(BATCH);
    }
  }
}
