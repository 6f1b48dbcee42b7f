package dev.gauntlet.benchmarks;

import dev.gauntlet.CompletionIterator;
import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.TaskFutures;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorCompletionService;
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
 * What does a task cost when 10 000 are consumed in the order of their completion?
 *
 * <p>By {@link TaskFutures#asCompleted} where futures are ours, elsewhere by the JDK's {@link
 * ExecutorCompletionService} over the executor.
 *
 * {@snippet lang="shell" :
 * java -jar benchmarks/target/benchmarks.jar AsCompleted -p subject=lockfree,jdk-fixed
 * }
 */
@Scenario(
    question = "What does a task cost when 10 000 are consumed as they complete?",
    rules = {"V1", "V2"},
    limit = "spscHandOff")
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class AsCompleted extends Measured {
  private static final int SIZE = 10_000;

  /** Submits 10 000 tasks and consumes them. */
  @Benchmark
  @OperationsPerInvocation(SIZE)
  public Object of10000(Pool pool, Consumer consumer) throws Exception {
    consumer.begin();
    if (pool.executor instanceof TaskExecutor executor) {
      consumer.asCompleted(executor);
    } else {
      consumer.completionService(pool.executor);
    }
    consumer.end();
    return consumer;
  }

  /** The tasks of one caller, who strikes each off when its result arrives. */
  @State(Scope.Thread)
  public static class Consumer {
    private final List<Numbered> tasks = new ArrayList<>(SIZE);
    private long round;

    /** Makes the tasks. */
    public Consumer() {
      for (int i = 0; i < SIZE; i++) {
        tasks.add(new Numbered());
      }
    }

    void begin() {
      round++;
    }

    void asCompleted(TaskExecutor executor) throws Exception {
      List<TaskFuture<Ticket>> futures = new ArrayList<>(SIZE);
      for (Numbered task : tasks) {
        futures.add(executor.submit(task));
      }
      try (CompletionIterator<TaskFuture<Ticket>> done = TaskFutures.asCompleted(futures)) {
        while (done.hasNext()) {
          consume(done.next());
        }
      }
    }

    void completionService(ExecutorService executor) throws Exception {
      var service = new ExecutorCompletionService<Ticket>(executor);
      for (Numbered task : tasks) {
        var unused = service.submit(task);
      }
      for (int i = 0; i < SIZE; i++) {
        consume(service.take());
      }
    }

    private void consume(Future<Ticket> future) throws Exception {
      if (!(future.get() instanceof Numbered task)) {
        throw new WrongAnswerException("the future of one task returned another result");
      }
      if (!future.isDone() || task.consumed != round - 1) {
        throw new WrongAnswerException("a task was consumed twice, or before it was done");
      }
      task.consumed = round;
    }

    void end() {
      for (Numbered task : tasks) {
        if (task.consumed != round) {
          throw new WrongAnswerException("a task of " + SIZE + " was never consumed");
        }
      }
    }
  }

  /** A task with the number of the last round that consumed it. */
  private static final class Numbered extends Ticket {
    private long consumed;
  }
}
