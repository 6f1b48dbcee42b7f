package dev.gauntlet.benchmarks;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * What does it cost to cancel a task that runs, and is the next one left alone by its interrupt?
 *
 * <p>The caller submits a task that computes for a moment, waits until it runs, and after a while
 * that differs from time to time calls {@code cancel(true)}, which meets the task running, at its
 * end, or done. Then another task makes the round trip: it fails the run if it starts with an
 * interrupt that was not meant for it. An executor that is known to let one through has no row.
 *
 * {@snippet lang="shell" :
 * java -jar benchmarks/target/benchmarks.jar InterruptingCancel -p subject=lockfree,jdk-fixed
 * }
 */
@Scenario(
    question = "What does a task cost that is cancelled while it runs, and the one after it?",
    rules = {"C8", "V2"},
    needs = Need.CONFINED_INTERRUPTS,
    limit = "lineRoundTrip")
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class InterruptingCancel extends Measured {

  /** Cancels a task about its end, and has another one run. */
  @Benchmark
  public Object cancelAtItsEnd(ConfiningPool pool, Crossing crossing) throws Exception {
    crossing.cancelOne(pool.executor);
    crossing.probe(pool.executor);
    return crossing;
  }

  /** The tasks of one caller. */
  @State(Scope.Thread)
  public static class Crossing {
    private static final int LIMIT_SECONDS = 10;

    private final Running task = new Running();
    private final Ticket probe = new Ticket();
    private int delay;

    void cancelOne(ExecutorService executor) throws Exception {
      task.started = false;
      Future<?> future = executor.submit(task);
      awaitStart();
      delay = (delay + 1) % (2 * Running.TOKENS);
      Blackhole.consumeCPU(delay);
      if (!future.cancel(/* mayInterruptIfRunning= */ true)) {
        task.redeem(future);
      } else if (!future.isCancelled()) {
        throw new WrongAnswerException("the future of a cancelled task is not cancelled");
      }
    }

    private void awaitStart() {
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
      while (!task.started) {
        if (System.nanoTime() > deadline) {
          throw new WrongAnswerException("a task that was submitted has not run");
        }
        Thread.onSpinWait();
      }
    }

    void probe(ExecutorService executor) throws Exception {
      probe.redeem(executor.submit(probe));
    }
  }

  /** Starts with its own interrupt, it may be: that one is not looked at. */
  private static final class Running extends Ticket {
    private static final int TOKENS = 128;

    private volatile boolean started;

    @Override
    public Ticket call() {
      started = true;
      Blackhole.consumeCPU(TOKENS);
      return this;
    }
  }
}
