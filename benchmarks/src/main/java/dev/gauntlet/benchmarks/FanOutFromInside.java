package dev.gauntlet.benchmarks;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * What does a task cost in a burst that a task submits to its own executor?
 *
 * <p>The same burst as {@code FanOutFanIn.of1000}, submitted by a worker. The caller waits for that
 * task and then asks the futures from the last to the first; no worker waits for anything, so that
 * every executor can do it.
 *
 * {@snippet lang="shell" :
 * java -jar benchmarks/target/benchmarks.jar FanOutFromInside -p subject=lockfree,jdk-forkjoin
 * }
 */
@Scenario(
    question = "What does a task cost in a burst that a task submits to its own executor?",
    rules = {"V1", "V2"},
    limit = "taskWithFuture")
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class FanOutFromInside extends Measured {
  private static final int SIZE = 1000;

  /** A burst of 1000 tasks. */
  @Benchmark
  @OperationsPerInvocation(SIZE)
  public Object of1000(Pool pool, Burst burst) throws Exception {
    return burst.run(pool.executor);
  }

  /** The tasks of one caller. */
  @State(Scope.Thread)
  public static class Burst {
    private final Batch batch = new Batch(SIZE);

    Batch run(ExecutorService executor) throws Exception {
      Root root = new Root(executor, batch);
      if (executor.submit(root).get() != batch) {
        throw new WrongAnswerException("the task that submits the others returned another result");
      }
      batch.redeem(SIZE);
      return batch;
    }
  }

  private record Root(ExecutorService executor, Batch batch) implements Callable<Batch> {

    @Override
    public Batch call() {
      Ticket.expectNoInterrupt();
      batch.submit(executor, SIZE);
      return batch;
    }
  }
}
