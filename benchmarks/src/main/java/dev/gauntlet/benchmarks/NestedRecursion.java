package dev.gauntlet.benchmarks;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/**
 * What does a task cost that is forked and joined within another one?
 *
 * <p>The naive Fibonacci number of {@value #N}: each task forks one half, computes the other, and
 * joins. That makes {@value #TASKS} tasks with next to no work of their own. A bounded executor
 * whose waiting workers do not help would wait for ever and has no row.
 *
 * {@snippet lang="shell" :
 * java -jar benchmarks/target/benchmarks.jar NestedRecursion -p subject=lockfree,jdk-forkjoin
 * }
 */
@Scenario(
    question = "What does a task cost that another task forks and joins (naive Fibonacci)?",
    rules = {"V1", "V2"},
    needs = Need.NESTED_JOIN,
    limits = ForkJoinLimits.class,
    limit = "recursiveTask")
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class NestedRecursion extends Measured {
  static final int N = 15;

  /** A task for each call with {@code n > 2} beside the inlined halves: as many as the result. */
  static final int TASKS = 610;

  /** Computes the number. */
  @Benchmark
  @OperationsPerInvocation(TASKS)
  public Object fibonacci(NestingPool pool) throws Exception {
    int result = pool.executor.submit(new Fibonacci(pool.executor, N)).get();
    if (result != TASKS) {
      throw new WrongAnswerException("the Fibonacci number of " + N + " came out as " + result);
    }
    return result;
  }

  /** Forks one half and computes the other. */
  record Fibonacci(ExecutorService executor, int n) implements Callable<Integer> {

    @Override
    public Integer call() throws Exception {
      Ticket.expectNoInterrupt();
      return value(n);
    }

    private int value(int n) throws Exception {
      if (n <= 2) {
        return 1;
      }
      Future<Integer> half = executor.submit(new Fibonacci(executor, n - 1));
      return value(n - 2) + half.get();
    }
  }
}
