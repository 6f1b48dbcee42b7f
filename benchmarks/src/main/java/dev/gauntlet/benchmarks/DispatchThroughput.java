package dev.gauntlet.benchmarks;

import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
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
 * How many tasks without a future get done when each producer keeps the queue filled?
 *
 * <p>{@link SubmitThroughput} with {@code execute}: what an executor takes for the way of a task to
 * a worker alone. Each producer has two batches of {@value SubmitThroughput#BATCH} tasks in flight.
 * A task notes that it ran, in an object of its own; the last of a batch lets the producer go on,
 * which then looks at all of them.
 *
 * {@snippet lang="shell" :
 * java -jar benchmarks/target/benchmarks.jar DispatchThroughput -p subject=lockfree,jdk-fixed -t 4
 * }
 */
@Scenario(
    question =
        "How many tasks without a future get done when each producer keeps up to 1000 in flight?",
    rules = {"V1"},
    limit = "spscHandOff")
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class DispatchThroughput extends Measured {
  private static final int BATCH = SubmitThroughput.BATCH;

  /** Waits for a batch and dispatches the next one. */
  @Benchmark
  @OperationsPerInvocation(BATCH)
  public Object execute(Pool pool, Producer producer) throws InterruptedException {
    return producer.step(pool.executor);
  }

  /** The tasks of one producer. */
  @State(Scope.Thread)
  public static class Producer {
    private Stamps older = new Stamps(BATCH);
    private Stamps younger = new Stamps(BATCH);

    /** Fills the window, so that each operation that is counted waits for a task. */
    @Setup(Level.Iteration)
    public void fill(Pool pool) {
      older.execute(pool.executor);
      younger.execute(pool.executor);
    }

    Stamps step(Executor executor) throws InterruptedException {
      Stamps batch = older;
      batch.await();
      batch.execute(executor);
      older = younger;
      younger = batch;
      return batch;
    }

    /** Waits for what is left in the window. */
    @TearDown(Level.Iteration)
    public void drain() throws InterruptedException {
      older.await();
      younger.await();
    }
  }

  /** Tasks that are dispatched together and awaited together. */
  static final class Stamps {
    private static final int LIMIT_SECONDS = 10;

    private final Semaphore last = new Semaphore(0);
    private final Stamp[] tasks;
    private long round;

    Stamps(int size) {
      tasks = new Stamp[size];
      for (int i = 0; i < size; i++) {
        tasks[i] = new Stamp(i == size - 1 ? last : null);
      }
    }

    void execute(Executor executor) {
      round++;
      for (Stamp task : tasks) {
        executor.execute(task);
      }
    }

    /** The last task wakes the caller; what others are late with is run by workers that run. */
    void await() throws InterruptedException {
      if (!last.tryAcquire(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        throw new WrongAnswerException("the last task of a batch has not run");
      }
      for (int i = tasks.length - 1; i >= 0; i--) {
        tasks[i].await(round, LIMIT_SECONDS);
      }
    }
  }
}
