package dev.gauntlet.benchmarks;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveTask;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What does a task cost that is written for nothing but fork and join?
 *
 * <p>The Fibonacci number of {@link NestedRecursion} as a {@link RecursiveTask}, which is a class
 * of its own instead of a Callable, cannot be interrupted, and goes to no other pool.
 *
 * {@snippet lang="shell" :
 * java -jar benchmarks/target/benchmarks.jar ForkJoinLimits
 * }
 */
@Scenario(
    question = "What does a task cost on this machine that is written for fork and join alone?",
    machine = true)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ForkJoinLimits extends Measured {

  /** Computes the number. */
  @Benchmark
  @OperationsPerInvocation(NestedRecursion.TASKS)
  public int recursiveTask(Forks forks) {
    int result = forks.pool.invoke(new Fibonacci(NestedRecursion.N));
    if (result != NestedRecursion.TASKS) {
      throw new WrongAnswerException(
          "the Fibonacci number of " + NestedRecursion.N + " came out as " + result);
    }
    return result;
  }

  /** The pool. */
  @State(Scope.Benchmark)
  public static class Forks {
    /** Worker threads; 0 stands for one per available processor. */
    @Param("0")
    public int workers;

    private ForkJoinPool pool;

    /** Opens it. */
    @Setup(Level.Trial)
    public void open() {
      pool = new ForkJoinPool(workers == 0 ? Runtime.getRuntime().availableProcessors() : workers);
    }

    /** Shuts it down. */
    @TearDown(Level.Trial)
    public void close() {
      pool.close();
    }
  }

  /** Forks one half and computes the other, as that of {@link NestedRecursion} does. */
  @SuppressWarnings("serial")
  private static final class Fibonacci extends RecursiveTask<Integer> {
    private final int n;

    Fibonacci(int n) {
      this.n = n;
    }

    @Override
    protected Integer compute() {
      return value(n);
    }

    private static int value(int n) {
      if (n <= 2) {
        return 1;
      }
      Fibonacci half = new Fibonacci(n - 1);
      half.fork();
      return value(n - 2) + half.join();
    }
  }
}
