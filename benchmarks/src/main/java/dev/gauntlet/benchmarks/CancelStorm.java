package dev.gauntlet.benchmarks;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
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
 * What does it cost to cancel a task that waits in a queue?
 *
 * <p>{@value #SIZE} tasks are queued behind workers that are all blocked, which is not measured,
 * and then cancelled from the first to the last. {@code cancelThenDrain} also lets the workers go
 * and waits until they have got over what was cancelled; {@code cancelHalfThenDrain} cancels every
 * second one and waits until the others have run. Executors that start a thread for every task
 * queue nothing and have no row. Allocation, CPU time and switches per operation include the
 * queueing.
 *
 * {@snippet lang="shell" :
 * java -jar benchmarks/target/benchmarks.jar CancelStorm -p subject=lockfree,jdk-fixed
 * }
 */
@Scenario(
    question = "What does it cost to cancel one of 10 000 tasks that wait in a queue?",
    rules = {"C1", "V2"},
    needs = Need.QUEUE,
    limit = "uncontendedCas")
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CancelStorm extends Measured {
  private static final int SIZE = 10_000;

  /** Cancels all. */
  @Benchmark
  @OperationsPerInvocation(SIZE)
  public Object cancel(QueuePool pool, Queued queued) {
    return queued.cancelAll();
  }

  /** Cancels all, lets the workers go, and waits until each has run a task behind them. */
  @Benchmark
  @OperationsPerInvocation(SIZE)
  public Object cancelThenDrain(QueuePool pool, Queued queued) throws Exception {
    queued.cancelAll();
    queued.drain(pool);
    return queued;
  }

  /** Cancels every second one, lets the workers go, and waits until the others have run. */
  @Benchmark
  @OperationsPerInvocation(SIZE)
  public Object cancelHalfThenDrain(QueuePool pool, Queued queued) throws Exception {
    queued.cancelEach(2);
    queued.drain(pool);
    queued.redeemOthers();
    return queued;
  }

  /** The tasks of one caller. An invocation is long enough for a set-up of its own. */
  @State(Scope.Thread)
  public static class Queued {
    private final Future<?>[] futures;
    private final Watched even = new Watched();
    private final Watched odd = new Watched();
    private Blockers blockers;
    private boolean drained;
    private int step;

    /** Makes room for 10 000 tasks. */
    public Queued() {
      this(SIZE);
    }

    Queued(int size) {
      futures = new Future<?>[size];
    }

    /** Blocks the workers and queues the tasks. */
    @Setup(Level.Invocation)
    public void fill(QueuePool pool) throws InterruptedException {
      ExecutorService executor = pool.executor;
      blockers = Blockers.occupy(executor, pool.openWorkers);
      for (int i = 0; i < futures.length; i++) {
        futures[i] = executor.submit(task(i));
      }
      drained = false;
      odd.ran = false;
    }

    private Watched task(int i) {
      return i % 2 == 0 ? even : odd;
    }

    Queued cancelAll() {
      cancelEach(1);
      return this;
    }

    void cancelEach(int stride) {
      step = stride;
      for (int i = 0; i < futures.length; i += stride) {
        if (!futures[i].cancel(/* mayInterruptIfRunning= */ false)) {
          throw new WrongAnswerException("a task that waited in the queue could not be cancelled");
        }
      }
    }

    void redeemOthers() throws Exception {
      for (int i = futures.length - 1; i >= 0; i--) {
        if (i % step != 0) {
          task(i).redeem(futures[i]);
        }
      }
    }

    void drain(QueuePool pool) throws Exception {
      blockers.release();
      blockers.join();
      Batch last = new Batch(pool.openWorkers);
      last.submit(pool.executor, pool.openWorkers);
      last.redeem(pool.openWorkers);
      drained = true;
    }

    /** Lets the workers go, and checks that what was cancelled stays so and never ran. */
    @TearDown(Level.Invocation)
    public void verify(QueuePool pool) throws Exception {
      if (!drained) {
        drain(pool);
      }
      for (int i = 0; i < futures.length; i += step) {
        if (!futures[i].isCancelled()) {
          throw new WrongAnswerException("the future of a cancelled task is not cancelled");
        }
      }
      redeemOthers();
      if (even.ran || (step == 1 && odd.ran)) {
        throw new WrongAnswerException("a task that was cancelled has run");
      }
    }
  }

  /** A task that remembers that it ran; every second one, so that each may be cancelled or not. */
  private static final class Watched extends Ticket {
    private volatile boolean ran;

    @Override
    public Ticket call() {
      if (!ran) {
        ran = true;
      }
      return super.call();
    }
  }
}
