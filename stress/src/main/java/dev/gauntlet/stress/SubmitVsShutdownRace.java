package dev.gauntlet.stress;

import dev.gauntlet.stress.control.CheckThenQueueExecutor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Ref;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** {@code submit} against {@code shutdown}: what is accepted runs, what is rejected never does. */
@Description("A submission meets an orderly shutdown.")
@Ref("SPEC.md#L2")
@Ref("SPEC.md#L4")
@Outcome(id = "accepted, ran", expect = Expect.ACCEPTABLE, desc = "Accepted, and run once.")
@Outcome(id = "rejected, not run", expect = Expect.ACCEPTABLE, desc = "Rejected, and never run.")
@Outcome(
    expect = Expect.FORBIDDEN,
    desc = "A task was lost, or ran although it was rejected, or the executor did not terminate.")
public class SubmitVsShutdownRace {

  abstract static class Body {
    final ExecutorService executor;
    private final AtomicInteger runs = new AtomicInteger();
    private @Nullable Future<?> accepted;

    Body(ExecutorService executor) {
      this.executor = executor;
    }

    final String submit() {
      try {
        accepted = executor.submit(runs::incrementAndGet);
        return "accepted";
      } catch (RejectedExecutionException e) {
        return "rejected";
      }
    }

    final String outcome() {
      String termination =
          Patience.LONG.await(() -> executor.awaitTermination(10, TimeUnit.SECONDS));
      if (!termination.equals("true")) {
        return "no termination";
      }
      Future<?> future = accepted;
      if (future != null && !future.isDone()) {
        return "lost";
      }
      return switch (runs.get()) {
        case 0 -> "not run";
        case 1 -> "ran";
        default -> "ran more than once";
      };
    }
  }

  @JCStressTest
  @JCStressMeta(SubmitVsShutdownRace.class)
  @State
  public static class Locking extends Body {
    public Locking() {
      super(Subjects.withOneWorker(Subjects.LOCKING));
    }

    @Actor
    public void submit(LL_Result r) {
      r.r1 = submit();
    }

    @Actor
    public void shutdown(LL_Result r) {
      executor.shutdown();
    }

    @Arbiter
    public void observe(LL_Result r) {
      r.r2 = outcome();
    }
  }

  @JCStressTest
  @JCStressMeta(SubmitVsShutdownRace.class)
  @State
  public static class LockFree extends Body {
    public LockFree() {
      super(Subjects.withOneWorker(Subjects.LOCK_FREE));
    }

    @Actor
    public void submit(LL_Result r) {
      r.r1 = submit();
    }

    @Actor
    public void shutdown(LL_Result r) {
      executor.shutdown();
    }

    @Arbiter
    public void observe(LL_Result r) {
      r.r2 = outcome();
    }
  }

  @JCStressTest
  @JCStressMeta(SubmitVsShutdownRace.class)
  @State
  public static class LockFreeOfTwo extends Body {
    public LockFreeOfTwo() {
      super(Subjects.withWorkers(Subjects.LOCK_FREE, 2));
    }

    @Actor
    public void submit(LL_Result r) {
      r.r1 = submit();
    }

    @Actor
    public void shutdown(LL_Result r) {
      executor.shutdown();
    }

    @Arbiter
    public void observe(LL_Result r) {
      r.r2 = outcome();
    }
  }

  @JCStressTest
  @JCStressMeta(SubmitVsShutdownRace.class)
  @State
  public static class VirtualThreads extends Body {
    public VirtualThreads() {
      super(Subjects.withOneWorker(Subjects.VIRTUAL_THREADS));
    }

    @Actor
    public void submit(LL_Result r) {
      r.r1 = submit();
    }

    @Actor
    public void shutdown(LL_Result r) {
      executor.shutdown();
    }

    @Arbiter
    public void observe(LL_Result r) {
      r.r2 = outcome();
    }
  }

  @JCStressTest
  @JCStressMeta(SubmitVsShutdownRace.class)
  @State
  public static class BoundedVirtualThreads extends Body {
    public BoundedVirtualThreads() {
      super(Subjects.withOneWorker(Subjects.BOUNDED_VIRTUAL_THREADS));
    }

    @Actor
    public void submit(LL_Result r) {
      r.r1 = submit();
    }

    @Actor
    public void shutdown(LL_Result r) {
      executor.shutdown();
    }

    @Arbiter
    public void observe(LL_Result r) {
      r.r2 = outcome();
    }
  }

  /** A task may be let in behind the last look at the queue. */
  @JCStressTest
  @JCStressMeta(SubmitVsShutdownRace.class)
  @Outcome(
      id = "accepted, lost",
      expect = Expect.ACCEPTABLE_INTERESTING,
      desc = "The accepted task is never run.")
  @State
  public static class CheckThenQueueControl extends Body {
    public CheckThenQueueControl() {
      super(new CheckThenQueueExecutor());
    }

    @Actor
    public void submit(LL_Result r) {
      r.r1 = submit();
    }

    @Actor
    public void shutdown(LL_Result r) {
      executor.shutdown();
    }

    @Arbiter
    public void observe(LL_Result r) {
      r.r2 = outcome();
    }
  }
}
