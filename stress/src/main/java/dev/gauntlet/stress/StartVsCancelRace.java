package dev.gauntlet.stress;

import dev.gauntlet.spi.PromiseFactory;
import dev.gauntlet.stress.control.CheckThenActFuture;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Ref;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;

/** {@code start} against {@code cancel()}: the body runs, or the future is cancelled. */
@Description("Starting and cancelling what is pending: exactly one happens.")
@Ref("SPEC.md#C6")
@Ref("SPEC.md#C1")
@Outcome(
    id = "started, refused, RUNNING",
    expect = Expect.ACCEPTABLE,
    desc = "The start came first.")
@Outcome(
    id = "refused, cancelled, CANCELLED",
    expect = Expect.ACCEPTABLE,
    desc = "The cancel came first.")
@Outcome(expect = Expect.FORBIDDEN, desc = "It was cancelled and started, or neither.")
public class StartVsCancelRace {

  abstract static class Body extends PromiseRace {
    Body(PromiseFactory promises, Patience patience) {
      super(promises, patience);
    }
  }

  @JCStressTest
  @JCStressMeta(StartVsCancelRace.class)
  @State
  public static class Locking extends Body {
    public Locking() {
      super(Subjects.promises(Subjects.LOCKING), Patience.LONG);
    }

    @Actor
    public void start(LLL_Result r) {
      r.r1 = promise.start() ? "started" : "refused";
    }

    @Actor
    public void cancel(LLL_Result r) {
      r.r2 = future.cancel() ? "cancelled" : "refused";
    }

    @Arbiter
    public void observe(LLL_Result r) {
      r.r3 = future.taskState().name();
    }
  }

  @JCStressTest
  @JCStressMeta(StartVsCancelRace.class)
  @State
  public static class LockFree extends Body {
    public LockFree() {
      super(Subjects.promises(Subjects.LOCK_FREE), Patience.LONG);
    }

    @Actor
    public void start(LLL_Result r) {
      r.r1 = promise.start() ? "started" : "refused";
    }

    @Actor
    public void cancel(LLL_Result r) {
      r.r2 = future.cancel() ? "cancelled" : "refused";
    }

    @Arbiter
    public void observe(LLL_Result r) {
      r.r3 = future.taskState().name();
    }
  }

  @JCStressTest
  @JCStressMeta(StartVsCancelRace.class)
  @State
  public static class LockFreeTask extends Body {
    public LockFreeTask() {
      super(Subjects.LOCK_FREE_TASK, Patience.LONG);
    }

    @Actor
    public void start(LLL_Result r) {
      r.r1 = promise.start() ? "started" : "refused";
    }

    @Actor
    public void cancel(LLL_Result r) {
      r.r2 = future.cancel() ? "cancelled" : "refused";
    }

    @Arbiter
    public void observe(LLL_Result r) {
      r.r3 = future.taskState().name();
    }
  }

  @JCStressTest
  @JCStressMeta(StartVsCancelRace.class)
  @State
  public static class LockingTask extends Body {
    public LockingTask() {
      super(Subjects.LOCKING_TASK, Patience.LONG);
    }

    @Actor
    public void start(LLL_Result r) {
      r.r1 = promise.start() ? "started" : "refused";
    }

    @Actor
    public void cancel(LLL_Result r) {
      r.r2 = future.cancel() ? "cancelled" : "refused";
    }

    @Arbiter
    public void observe(LLL_Result r) {
      r.r3 = future.taskState().name();
    }
  }

  @JCStressTest
  @JCStressMeta(StartVsCancelRace.class)
  @State
  public static class VirtualThreadsTask extends Body {
    public VirtualThreadsTask() {
      super(Subjects.VIRTUAL_THREADS_TASK, Patience.LONG);
    }

    @Actor
    public void start(LLL_Result r) {
      r.r1 = promise.start() ? "started" : "refused";
    }

    @Actor
    public void cancel(LLL_Result r) {
      r.r2 = future.cancel() ? "cancelled" : "refused";
    }

    @Arbiter
    public void observe(LLL_Result r) {
      r.r3 = future.taskState().name();
    }
  }

  @JCStressTest
  @JCStressMeta(StartVsCancelRace.class)
  @State
  public static class BoundedVirtualThreadsTask extends Body {
    public BoundedVirtualThreadsTask() {
      super(Subjects.BOUNDED_VIRTUAL_THREADS_TASK, Patience.LONG);
    }

    @Actor
    public void start(LLL_Result r) {
      r.r1 = promise.start() ? "started" : "refused";
    }

    @Actor
    public void cancel(LLL_Result r) {
      r.r2 = future.cancel() ? "cancelled" : "refused";
    }

    @Arbiter
    public void observe(LLL_Result r) {
      r.r3 = future.taskState().name();
    }
  }

  @JCStressTest
  @JCStressMeta(StartVsCancelRace.class)
  @State
  public static class VirtualThreads extends Body {
    public VirtualThreads() {
      super(Subjects.promises(Subjects.VIRTUAL_THREADS), Patience.LONG);
    }

    @Actor
    public void start(LLL_Result r) {
      r.r1 = promise.start() ? "started" : "refused";
    }

    @Actor
    public void cancel(LLL_Result r) {
      r.r2 = future.cancel() ? "cancelled" : "refused";
    }

    @Arbiter
    public void observe(LLL_Result r) {
      r.r3 = future.taskState().name();
    }
  }

  /** Both may happen. */
  @JCStressTest
  @JCStressMeta(StartVsCancelRace.class)
  @Outcome(
      id = {"started, cancelled, RUNNING", "started, cancelled, CANCELLED"},
      expect = Expect.ACCEPTABLE_INTERESTING,
      desc = "It started and is cancelled.")
  @State
  public static class CheckThenActControl extends Body {
    public CheckThenActControl() {
      super(CheckThenActFuture::new, Patience.SHORT);
    }

    @Actor
    public void start(LLL_Result r) {
      r.r1 = promise.start() ? "started" : "refused";
    }

    @Actor
    public void cancel(LLL_Result r) {
      r.r2 = future.cancel() ? "cancelled" : "refused";
    }

    @Arbiter
    public void observe(LLL_Result r) {
      r.r3 = future.taskState().name();
    }
  }
}
