package dev.gauntlet.stress;

import dev.gauntlet.TaskFuture;
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
import org.openjdk.jcstress.infra.results.LLLL_Result;

/** {@code submit} of one task against {@code cancel()} of another against {@code shutdownNow}. */
@Description("A submission, a cancel and a shutdown: each of two tasks is run, or never will be.")
@Ref("SPEC.md#C6")
@Ref("SPEC.md#L2")
@Ref("SPEC.md#L8")
@Outcome(
    id = {
      "accepted, cancelled, dropped, ran",
      "accepted, cancelled, dropped, dropped",
      "rejected, cancelled, dropped, dropped"
    },
    expect = Expect.ACCEPTABLE,
    desc = "The early task was cancelled, by hand or by the shutdown, and never ran.")
@Outcome(
    id = {
      "accepted, refused, ran, ran",
      "accepted, refused, ran, dropped",
      "rejected, refused, ran, dropped"
    },
    expect = Expect.ACCEPTABLE,
    desc = "The early task had started, and ran once.")
@Outcome(
    expect = Expect.FORBIDDEN,
    desc = "A task was lost, or ran although it was cancelled, returned or rejected.")
public class SubmitVsCancelVsShutdownNowRace {

  /** A task, and what becomes of it. */
  static final class Task {
    private final AtomicInteger runs = new AtomicInteger();
    private @Nullable Future<?> future;
    private List<Runnable> returned = List.of();

    void submitTo(ExecutorService executor) {
      future = executor.submit(runs::incrementAndGet);
    }

    /** At the end, when nothing can run any more. */
    @SuppressWarnings("ReferenceEquality") // what is returned is the very future
    String fate() {
      Future<?> accepted = future;
      boolean wasReturned = returned.stream().anyMatch(runnable -> runnable == accepted);
      return switch (runs.get()) {
        case 0 -> accepted == null || accepted.isDone() || wasReturned ? "dropped" : "lost";
        case 1 -> wasReturned ? "ran and returned" : "ran";
        default -> "ran more than once";
      };
    }
  }

  abstract static class Body {
    final ExecutorService executor;
    final Task early = new Task();
    final Task late = new Task();

    Body(ExecutorService executor) {
      this.executor = executor;
      early.submitTo(executor);
    }

    final String submitLate() {
      try {
        late.submitTo(executor);
        return "accepted";
      } catch (RejectedExecutionException e) {
        return "rejected";
      }
    }

    final String cancelEarly() {
      boolean cancelled =
          early.future instanceof TaskFuture<?> own
              ? own.cancel()
              : early.future != null && early.future.cancel(false);
      return cancelled ? "cancelled" : "refused";
    }

    final void stop() {
      List<Runnable> returned = executor.shutdownNow();
      early.returned = returned;
      late.returned = returned;
    }

    final void awaitEnd() {
      String terminated =
          Patience.LONG.await(() -> executor.awaitTermination(10, TimeUnit.SECONDS));
      if (!terminated.equals("true")) {
        throw new IllegalStateException("no termination");
      }
    }
  }

  @JCStressTest
  @JCStressMeta(SubmitVsCancelVsShutdownNowRace.class)
  @State
  public static class Locking extends Body {
    public Locking() {
      super(Subjects.withOneWorker(Subjects.LOCKING));
    }

    @Actor
    public void submit(LLLL_Result r) {
      r.r1 = submitLate();
    }

    @Actor
    public void cancel(LLLL_Result r) {
      r.r2 = cancelEarly();
    }

    @Actor
    public void shutdownNow() {
      stop();
    }

    @Arbiter
    public void observe(LLLL_Result r) {
      awaitEnd();
      r.r3 = early.fate();
      r.r4 = late.fate();
    }
  }

  @JCStressTest
  @JCStressMeta(SubmitVsCancelVsShutdownNowRace.class)
  @State
  public static class LockFree extends Body {
    public LockFree() {
      super(Subjects.withOneWorker(Subjects.LOCK_FREE));
    }

    @Actor
    public void submit(LLLL_Result r) {
      r.r1 = submitLate();
    }

    @Actor
    public void cancel(LLLL_Result r) {
      r.r2 = cancelEarly();
    }

    @Actor
    public void shutdownNow() {
      stop();
    }

    @Arbiter
    public void observe(LLLL_Result r) {
      awaitEnd();
      r.r3 = early.fate();
      r.r4 = late.fate();
    }
  }

  @JCStressTest
  @JCStressMeta(SubmitVsCancelVsShutdownNowRace.class)
  @State
  public static class VirtualThreads extends Body {
    public VirtualThreads() {
      super(Subjects.withOneWorker(Subjects.VIRTUAL_THREADS));
    }

    @Actor
    public void submit(LLLL_Result r) {
      r.r1 = submitLate();
    }

    @Actor
    public void cancel(LLLL_Result r) {
      r.r2 = cancelEarly();
    }

    @Actor
    public void shutdownNow() {
      stop();
    }

    @Arbiter
    public void observe(LLLL_Result r) {
      awaitEnd();
      r.r3 = early.fate();
      r.r4 = late.fate();
    }
  }

  @JCStressTest
  @JCStressMeta(SubmitVsCancelVsShutdownNowRace.class)
  @State
  public static class BoundedVirtualThreads extends Body {
    public BoundedVirtualThreads() {
      super(Subjects.withOneWorker(Subjects.BOUNDED_VIRTUAL_THREADS));
    }

    @Actor
    public void submit(LLLL_Result r) {
      r.r1 = submitLate();
    }

    @Actor
    public void cancel(LLLL_Result r) {
      r.r2 = cancelEarly();
    }

    @Actor
    public void shutdownNow() {
      stop();
    }

    @Arbiter
    public void observe(LLLL_Result r) {
      awaitEnd();
      r.r3 = early.fate();
      r.r4 = late.fate();
    }
  }

  /** A task may be let in behind the last look at the queue; the early one has run before. */
  @JCStressTest
  @JCStressMeta(SubmitVsCancelVsShutdownNowRace.class)
  @Outcome(
      id = "accepted, refused, ran, lost",
      expect = Expect.ACCEPTABLE_INTERESTING,
      desc = "The accepted task is neither run nor returned.")
  @State
  public static class CheckThenQueueControl extends Body {
    public CheckThenQueueControl() {
      super(new CheckThenQueueExecutor());
      Patience.LONG.spinUntil(() -> early.fate().equals("ran") && isDone(early));
    }

    @Actor
    public void submit(LLLL_Result r) {
      r.r1 = submitLate();
    }

    @Actor
    public void cancel(LLLL_Result r) {
      r.r2 = cancelEarly();
    }

    @Actor
    public void shutdownNow() {
      stop();
    }

    @Arbiter
    public void observe(LLLL_Result r) {
      awaitEnd();
      r.r3 = early.fate();
      r.r4 = late.fate();
    }

    private static boolean isDone(Task task) {
      return task.future != null && task.future.isDone();
    }
  }
}
