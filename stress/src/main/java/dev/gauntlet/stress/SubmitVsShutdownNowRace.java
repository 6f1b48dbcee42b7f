package dev.gauntlet.stress;

import dev.gauntlet.stress.control.CheckThenQueueExecutor;
import java.util.List;
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

/** {@code submit} against {@code shutdownNow}: a task is run, returned or rejected. */
@Description("A submission meets a shutdown that returns what has not started.")
@Ref("SPEC.md#L2")
@Ref("SPEC.md#L8")
@Outcome(id = "accepted, ran", expect = Expect.ACCEPTABLE, desc = "Accepted, and run once.")
@Outcome(
    id = "accepted, returned",
    expect = Expect.ACCEPTABLE,
    desc = "Accepted, and returned instead of run.")
@Outcome(id = "rejected, not run", expect = Expect.ACCEPTABLE, desc = "Rejected, and never run.")
@Outcome(
    expect = Expect.FORBIDDEN,
    desc =
        "A task was lost, ran although it was returned or rejected, or the executor did not terminate.")
public class SubmitVsShutdownNowRace {

  abstract static class Body {
    final ExecutorService executor;
    private final AtomicInteger runs = new AtomicInteger();
    private @Nullable Future<?> accepted;
    private List<Runnable> returned = List.of();

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

    final void stop() {
      returned = executor.shutdownNow();
    }

    final String outcome() {
      String termination =
          Patience.LONG.await(() -> executor.awaitTermination(10, TimeUnit.SECONDS));
      if (!termination.equals("true")) {
        return "no termination";
      }
      Future<?> future = accepted;
      boolean wasReturned = future != null && returned.size() == 1;
      if (future != null && !future.isDone() && !wasReturned) {
        return "lost";
      }
      return switch (runs.get()) {
        case 0 ->
            wasReturned ? "returned" : future == null ? "not run" : "neither run nor returned";
        case 1 -> wasReturned ? "ran and returned" : "ran";
        default -> "ran more than once";
      };
    }
  }

  @JCStressTest
  @JCStressMeta(SubmitVsShutdownNowRace.class)
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
    public void shutdownNow() {
      stop();
    }

    @Arbiter
    public void observe(LL_Result r) {
      r.r2 = outcome();
    }
  }

  @JCStressTest
  @JCStressMeta(SubmitVsShutdownNowRace.class)
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
    public void shutdownNow() {
      stop();
    }

    @Arbiter
    public void observe(LL_Result r) {
      r.r2 = outcome();
    }
  }

  @JCStressTest
  @JCStressMeta(SubmitVsShutdownNowRace.class)
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
    public void shutdownNow() {
      stop();
    }

    @Arbiter
    public void observe(LL_Result r) {
      r.r2 = outcome();
    }
  }

  @JCStressTest
  @JCStressMeta(SubmitVsShutdownNowRace.class)
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
    public void shutdownNow() {
      stop();
    }

    @Arbiter
    public void observe(LL_Result r) {
      r.r2 = outcome();
    }
  }

  @JCStressTest
  @JCStressMeta(SubmitVsShutdownNowRace.class)
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
    public void shutdownNow() {
      stop();
    }

    @Arbiter
    public void observe(LL_Result r) {
      r.r2 = outcome();
    }
  }

  /** A task may be let in behind the last look at the queue. */
  @JCStressTest
  @JCStressMeta(SubmitVsShutdownNowRace.class)
  @Outcome(
      id = "accepted, lost",
      expect = Expect.ACCEPTABLE_INTERESTING,
      desc = "The accepted task is neither run nor returned.")
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
    public void shutdownNow() {
      stop();
    }

    @Arbiter
    public void observe(LL_Result r) {
      r.r2 = outcome();
    }
  }
}
