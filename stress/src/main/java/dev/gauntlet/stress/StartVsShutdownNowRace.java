package dev.gauntlet.stress;

import dev.gauntlet.stress.control.ForgetfulExecutor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Ref;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** A body that is about to start against {@code shutdownNow}: it never runs, or is interrupted. */
@Description("A task begins while its executor is stopped.")
@Ref("SPEC.md#I5")
@Outcome(
    id = {"interrupted, stopped", "never ran, stopped", "rejected, stopped"},
    expect = Expect.ACCEPTABLE,
    desc = "It was interrupted, or did not run.")
@Outcome(expect = Expect.FORBIDDEN, desc = "It ran and was not interrupted.")
public class StartVsShutdownNowRace {

  abstract static class Body {
    private final ExecutorService executor;
    private final long nanos;

    Body(ExecutorService executor, long millis) {
      this.executor = executor;
      this.nanos = TimeUnit.MILLISECONDS.toNanos(millis);
    }

    final String submit() {
      try {
        Future<String> future = executor.submit(this::awaitInterrupt);
        String seen = Patience.LONG.await(future::get);
        return seen.equals("CancellationException") ? "never ran" : seen;
      } catch (RejectedExecutionException e) {
        return "rejected";
      }
    }

    private String awaitInterrupt() {
      long start = System.nanoTime();
      while (!Thread.currentThread().isInterrupted()) {
        if (System.nanoTime() - start > nanos) {
          return "overlooked";
        }
        LockSupport.parkNanos(this, nanos);
      }
      return "interrupted";
    }

    final String stop() {
      executor.shutdownNow().forEach(task -> ((Future<?>) task).cancel(false));
      return "stopped";
    }
  }

  @JCStressTest
  @JCStressMeta(StartVsShutdownNowRace.class)
  @State
  public static class Locking extends Body {
    public Locking() {
      super(Subjects.withOneWorker(Subjects.LOCKING), 10_000);
    }

    @Actor
    public void submit(LL_Result r) {
      r.r1 = submit();
    }

    @Actor
    public void stop(LL_Result r) {
      r.r2 = stop();
    }
  }

  @JCStressTest
  @JCStressMeta(StartVsShutdownNowRace.class)
  @State
  public static class LockFree extends Body {
    public LockFree() {
      super(Subjects.withOneWorker(Subjects.LOCK_FREE), 10_000);
    }

    @Actor
    public void submit(LL_Result r) {
      r.r1 = submit();
    }

    @Actor
    public void stop(LL_Result r) {
      r.r2 = stop();
    }
  }

  @JCStressTest
  @JCStressMeta(StartVsShutdownNowRace.class)
  @State
  public static class LockFreeOfTwo extends Body {
    public LockFreeOfTwo() {
      super(Subjects.withWorkers(Subjects.LOCK_FREE, 2), 10_000);
    }

    @Actor
    public void submit(LL_Result r) {
      r.r1 = submit();
    }

    @Actor
    public void stop(LL_Result r) {
      r.r2 = stop();
    }
  }

  @JCStressTest
  @JCStressMeta(StartVsShutdownNowRace.class)
  @State
  public static class VirtualThreads extends Body {
    public VirtualThreads() {
      super(Subjects.withOneWorker(Subjects.VIRTUAL_THREADS), 10_000);
    }

    @Actor
    public void submit(LL_Result r) {
      r.r1 = submit();
    }

    @Actor
    public void stop(LL_Result r) {
      r.r2 = stop();
    }
  }

  @JCStressTest
  @JCStressMeta(StartVsShutdownNowRace.class)
  @State
  public static class BoundedVirtualThreads extends Body {
    public BoundedVirtualThreads() {
      super(Subjects.withOneWorker(Subjects.BOUNDED_VIRTUAL_THREADS), 10_000);
    }

    @Actor
    public void submit(LL_Result r) {
      r.r1 = submit();
    }

    @Actor
    public void stop(LL_Result r) {
      r.r2 = stop();
    }
  }

  /** The worker clears its flag for the new body, whoever has set it. */
  @JCStressTest
  @JCStressMeta(StartVsShutdownNowRace.class)
  @Outcome(
      id = "overlooked, stopped",
      expect = Expect.ACCEPTABLE_INTERESTING,
      desc = "The interrupt of the stop was cleared.")
  @State
  public static class ForgetfulControl extends Body {
    public ForgetfulControl() {
      super(new ForgetfulExecutor(), 20);
    }

    @Actor
    public void submit(LL_Result r) {
      r.r1 = submit();
    }

    @Actor
    public void stop(LL_Result r) {
      r.r2 = stop();
    }
  }
}
