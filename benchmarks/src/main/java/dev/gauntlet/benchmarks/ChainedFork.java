package dev.gauntlet.benchmarks;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
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
 * What does a task cost in a chain in which each task submits the next one?
 *
 * <p>A chain of {@value #LENGTH} tasks, each submitting the next one to its own executor as its
 * last act; the last one wakes the caller. One task is in flight at a time, so it pays to keep it
 * on the worker that submitted it, and costs to wake another one for it.
 *
 * {@snippet lang="shell" :
 * java -jar benchmarks/target/benchmarks.jar ChainedFork -p subject=lockfree,jdk-fixed
 * }
 */
@Scenario(
    question = "What does a task cost in a chain in which each task submits the next one?",
    rules = {"V1", "V2"},
    limit = "taskWithFuture")
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ChainedFork extends Measured {
  private static final int LENGTH = 1000;

  /** Starts a chain of 1000 tasks and waits for its end. */
  @Benchmark
  @OperationsPerInvocation(LENGTH)
  public Object of1000(Pool pool, Chain chain) throws Exception {
    return chain.run(pool.executor);
  }

  /** The chain of one caller; its links run one after the other, so its fields need no order. */
  @State(Scope.Thread)
  public static class Chain {
    private CountDownLatch end = new CountDownLatch(0);
    private int ran;

    @SuppressWarnings("ReferenceEquality")
    Chain run(ExecutorService executor) throws Exception {
      ran = 0;
      end = new CountDownLatch(1);
      Link link = new Link(this, executor);
      Object result = executor.submit(link).get();
      if (result != link) {
        throw new WrongAnswerException("the first task of a chain returned " + result);
      }
      end.await();
      if (ran != LENGTH) {
        throw new WrongAnswerException("a chain of " + LENGTH + " tasks ran " + ran + " of them");
      }
      return this;
    }
  }

  private record Link(Chain chain, ExecutorService executor) implements Callable<Object> {

    @Override
    public Object call() {
      Ticket.expectNoInterrupt();
      if (++chain.ran < LENGTH) {
        var unused = executor.submit(this);
      } else {
        chain.end.countDown();
      }
      return this;
    }
  }
}
