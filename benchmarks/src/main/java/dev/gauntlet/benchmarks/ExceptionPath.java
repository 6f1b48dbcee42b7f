package dev.gauntlet.benchmarks;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
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
 * What does a task cost that throws?
 *
 * <p>A burst as that of {@code FanOutFanIn.of100}, in which every task throws the same exception,
 * made beforehand; what differs between executors is how it is caught, kept, wrapped and thrown by
 * {@code get}. An executor may hand out a copy that names the original as its cause.
 *
 * {@snippet lang="shell" :
 * java -jar benchmarks/target/benchmarks.jar ExceptionPath -p subject=lockfree,jdk-forkjoin
 * }
 */
@Scenario(
    question = "What does a task cost in a burst of 100 when every one of them throws?",
    rules = {"V1", "V2"},
    limit = "spscHandOff")
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ExceptionPath extends Measured {
  private static final int SIZE = 100;

  /** A burst of 100 tasks that throw. */
  @Benchmark
  @OperationsPerInvocation(SIZE)
  public Object of100(Pool pool, Failures failures) throws Exception {
    return failures.run(pool.executor);
  }

  /** The tasks of one caller. */
  @State(Scope.Thread)
  public static class Failures {
    private final Failing[] tasks = new Failing[SIZE];
    private final Future<?>[] futures = new Future<?>[SIZE];

    /** Makes the tasks. */
    public Failures() {
      for (int i = 0; i < SIZE; i++) {
        tasks[i] = new Failing(new Mishap());
      }
    }

    Failures run(ExecutorService executor) throws Exception {
      for (int i = 0; i < SIZE; i++) {
        futures[i] = executor.submit(tasks[i]);
      }
      for (int i = SIZE - 1; i >= 0; i--) {
        expect(tasks[i].mishap, futures[i]);
      }
      return this;
    }

    @SuppressWarnings("ReferenceEquality")
    private static void expect(Mishap mishap, Future<?> future) throws InterruptedException {
      Object outcome;
      try {
        outcome = future.get();
      } catch (ExecutionException e) {
        Throwable cause = e.getCause();
        if (cause == mishap || (cause instanceof Mishap && cause.getCause() == mishap)) {
          return;
        }
        outcome = cause;
      }
      throw new WrongAnswerException("the future of a task that threw yielded " + outcome);
    }
  }

  /** An exception with the constructors of an ordinary one, by which a pool may copy it. */
  public static final class Mishap extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Creates an original. */
    public Mishap() {}

    /**
     * Creates a copy.
     *
     * @param cause the original
     */
    public Mishap(Throwable cause) {
      super(cause);
    }
  }

  private record Failing(Mishap mishap) implements Callable<Object> {

    @Override
    public Object call() {
      Ticket.expectNoInterrupt();
      throw mishap;
    }
  }
}
