package dev.gauntlet.benchmarks;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.TaskFutures;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * What does a task cost when the caller waits for 10 000 at once?
 *
 * <p>By {@link TaskFutures#await} where futures are ours; elsewhere by a loop of {@code get}. The
 * results are read in either case.
 *
 * {@snippet lang="shell" :
 * java -jar benchmarks/target/benchmarks.jar WaitForAll -p subject=lockfree,jdk-fixed
 * }
 */
@Scenario(
    question = "What does a task cost when the caller waits for 10 000 at once?",
    rules = {"V1", "V2"},
    limit = "spscHandOff")
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class WaitForAll extends Measured {
  private static final int SIZE = 10_000;

  /** Submits 10 000 tasks and waits for them. */
  @Benchmark
  @OperationsPerInvocation(SIZE)
  public Object of10000(Pool pool, Tasks tasks) throws Exception {
    return pool.executor instanceof TaskExecutor executor
        ? tasks.await(executor)
        : tasks.loop(pool);
  }

  /** The tasks of one caller. */
  @State(Scope.Thread)
  public static class Tasks {
    private final List<Ticket> all = new ArrayList<>(SIZE);
    private final Batch batch = new Batch(SIZE);

    /** Makes the tasks. */
    public Tasks() {
      for (int i = 0; i < SIZE; i++) {
        all.add(new Ticket());
      }
    }

    Tasks await(TaskExecutor executor) throws Exception {
      List<TaskFuture<Ticket>> futures = new ArrayList<>(SIZE);
      for (Ticket task : all) {
        futures.add(executor.submit(task));
      }
      if (!TaskFutures.await(futures).notDone().isEmpty()) {
        throw new WrongAnswerException("a wait for all ended before the last of " + SIZE);
      }
      for (int i = 0; i < SIZE; i++) {
        all.get(i).redeem(futures.get(i));
      }
      return this;
    }

    Tasks loop(Pool pool) throws Exception {
      batch.submit(pool.executor, SIZE);
      batch.redeem(SIZE);
      return this;
    }
  }
}
