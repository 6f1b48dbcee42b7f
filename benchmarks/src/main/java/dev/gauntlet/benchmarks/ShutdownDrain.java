package dev.gauntlet.benchmarks;

import java.util.concurrent.ExecutorService;
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
 * What does a task cost of 1000 that an executor runs and then terminates?
 *
 * <p>From the first submission to the end of {@code awaitTermination}, with {@code shutdown} called
 * right after the last submission. Each invocation has an executor of its own, whose opening and
 * whose start of workers are not in the score, but are in allocation, CPU time and switches.
 *
 * {@snippet lang="shell" :
 * java -jar benchmarks/target/benchmarks.jar ShutdownDrain -p subject=lockfree,jdk-fixed
 * }
 */
@Scenario(
    question = "What does a task cost of 1000 that are submitted, shut down upon, and all run?",
    rules = {"V1", "V2", "L1"},
    needs = Need.DRAIN,
    limit = "spscHandOff")
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ShutdownDrain extends Measured {
  private static final int SIZE = 1000;

  /** Submits 1000 tasks, shuts down, and waits for the end. */
  @Benchmark
  @OperationsPerInvocation(SIZE)
  public Object of1000(DrainingPool pool, Doomed doomed) throws InterruptedException {
    return doomed.run();
  }

  /** An executor that is used once. */
  @State(Scope.Thread)
  public static class Doomed {
    private final Batch batch = new Batch(SIZE);
    private ExecutorService executor;

    /** Opens the executor and starts its workers. */
    @Setup(Level.Invocation)
    public void open(DrainingPool pool) throws InterruptedException {
      executor = pool.another();
    }

    ExecutorService run() throws InterruptedException {
      batch.submit(executor, SIZE);
      executor.shutdown();
      Termination.await(executor, "an executor that was shut down");
      return executor;
    }

    /** Checks that no task was lost. */
    @TearDown(Level.Invocation)
    public void verify() throws Exception {
      batch.redeemDone(SIZE);
    }
  }
}
