package dev.gauntlet.benchmarks;

import dev.gauntlet.benchmarks.profile.OwnFigures;
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
 * How much heap does a task hold while it waits in a queue?
 *
 * <p>The heap in use after a full collection, with all workers blocked, before and after {@value
 * #SIZE} submissions of one and the same task: what is left is the future and its place in the
 * queue. The array that holds the futures is there before, and so is the room of a queue that has
 * grown in an earlier invocation. The figure is recorded by {@link OwnFigures}; what JMH itself
 * prints as the score is the time that measuring takes.
 *
 * {@snippet lang="shell" :
 * java -jar benchmarks/target/benchmarks.jar PendingMemory -p subject=lockfree,jdk-fixed \\
 *     -prof dev.gauntlet.benchmarks.profile.OwnFigures
 * }
 */
@Scenario(
    question = "How much heap does a task hold while it waits in a queue?",
    rules = {"V1", "V2"},
    needs = Need.QUEUE,
    score = OwnFigures.RETAINED,
    unit = "B/op",
    limits = HeapLimits.class,
    limit = "emptyObject")
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class PendingMemory extends Measured {
  private static final int SIZE = 100_000;

  /** Queues 100 000 tasks and has them run. */
  @Benchmark
  @OperationsPerInvocation(SIZE)
  public Object of100000(QueuePool pool, Waiting waiting) throws Exception {
    OwnFigures.retained(waiting.bytes(pool, SIZE) / (double) SIZE);
    return waiting;
  }

  /** The tasks of one caller. */
  @State(Scope.Thread)
  public static class Waiting {
    private final Ticket task = new Ticket();

    long bytes(QueuePool pool, int size) throws Exception {
      ExecutorService executor = pool.executor;
      Future<?>[] futures = new Future<?>[size];
      Blockers blockers = Blockers.occupy(executor, pool.openWorkers);
      long before = RetainedHeap.bytes();
      for (int i = 0; i < size; i++) {
        futures[i] = executor.submit(task);
      }
      long bytes = RetainedHeap.bytes() - before;
      expectNoneDone(futures);
      blockers.release();
      blockers.join();
      for (int i = 0; i < size; i++) {
        task.redeem(futures[i]);
      }
      return bytes;
    }

    private static void expectNoneDone(Future<?>[] futures) {
      for (Future<?> future : futures) {
        if (future.isDone()) {
          throw new WrongAnswerException("a task was done while every worker was blocked");
        }
      }
    }
  }
}
