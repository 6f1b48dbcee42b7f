package dev.gauntlet.benchmarks;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * How long do tasks take that sleep 1 ms each?
 *
 * <p>From the first submission to the last result, all tasks together; the timer's slack is in it.
 * A pool has a worker a processor unless told otherwise, and executors that start a thread for
 * every task sleep side by side.
 *
 * {@snippet lang="shell" :
 * java -jar benchmarks/target/benchmarks.jar BlockingTasks -p subject=virtualthreads,jdk-virtual
 * }
 */
@Scenario(
    question = "How long does it take to run tasks that sleep 1 ms each, all of them together?",
    rules = {"V1", "V2"},
    limit = "sleep")
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class BlockingTasks extends Measured {
  private static final int LARGEST = 4096;

  /** 8 tasks. */
  @Benchmark
  public Object of8(Pool pool, Sleepers sleepers) throws Exception {
    return sleepers.run(pool.executor, 8);
  }

  /** 64 tasks. */
  @Benchmark
  public Object of64(Pool pool, Sleepers sleepers) throws Exception {
    return sleepers.run(pool.executor, 64);
  }

  /** 512 tasks. */
  @Benchmark
  public Object of512(Pool pool, Sleepers sleepers) throws Exception {
    return sleepers.run(pool.executor, 512);
  }

  /** The tasks of one caller. */
  @State(Scope.Thread)
  public static class Sleepers {
    private final Sleeper[] tasks = new Sleeper[LARGEST];
    private final Future<?>[] futures = new Future<?>[LARGEST];

    /** Makes the tasks. */
    public Sleepers() {
      for (int i = 0; i < LARGEST; i++) {
        tasks[i] = new Sleeper();
      }
    }

    Sleepers run(ExecutorService executor, int size) throws Exception {
      for (int i = 0; i < size; i++) {
        futures[i] = executor.submit(tasks[i]);
      }
      for (int i = size - 1; i >= 0; i--) {
        if (futures[i].get() != tasks[i]) {
          throw new WrongAnswerException("the future of a task that slept has another result");
        }
      }
      return this;
    }
  }

  private static final class Sleeper implements Callable<Sleeper> {

    /** An interrupt that leaked into it ends the sleep with an exception. */
    @Override
    public Sleeper call() throws InterruptedException {
      Thread.sleep(1);
      return this;
    }
  }
}
