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

/** Two calls of {@code cancel(boolean)}: one of them is the one that cancelled. */
@Description("Two cancels: exactly one returns true.")
@Ref("SPEC.md#C5")
@Outcome(
    id = {"cancelled, refused, CANCELLED", "refused, cancelled, CANCELLED"},
    expect = Expect.ACCEPTABLE,
    desc = "One of the two cancelled.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Both cancelled, or none did.")
public class CancelVsCancelRace {

  abstract static class Body extends PromiseRace {
    Body(PromiseFactory promises, Patience patience) {
      super(promises, patience);
    }
  }

  @JCStressTest
  @JCStressMeta(CancelVsCancelRace.class)
  @State
  public static class Locking extends Body {
    public Locking() {
      super(Subjects.promises(Subjects.LOCKING), Patience.LONG);
    }

    @Actor
    public void cancel(LLL_Result r) {
      r.r1 = tryCancel();
    }

    @Actor
    public void cancelToo(LLL_Result r) {
      r.r2 = tryCancel();
    }

    @Arbiter
    public void observe(LLL_Result r) {
      r.r3 = future.taskState().name();
    }
  }

  @JCStressTest
  @JCStressMeta(CancelVsCancelRace.class)
  @State
  public static class LockFree extends Body {
    public LockFree() {
      super(Subjects.promises(Subjects.LOCK_FREE), Patience.LONG);
    }

    @Actor
    public void cancel(LLL_Result r) {
      r.r1 = tryCancel();
    }

    @Actor
    public void cancelToo(LLL_Result r) {
      r.r2 = tryCancel();
    }

    @Arbiter
    public void observe(LLL_Result r) {
      r.r3 = future.taskState().name();
    }
  }

  @JCStressTest
  @JCStressMeta(CancelVsCancelRace.class)
  @State
  public static class LockFreeTask extends Body {
    public LockFreeTask() {
      super(Subjects.LOCK_FREE_TASK, Patience.LONG);
    }

    @Actor
    public void cancel(LLL_Result r) {
      r.r1 = tryCancel();
    }

    @Actor
    public void cancelToo(LLL_Result r) {
      r.r2 = tryCancel();
    }

    @Arbiter
    public void observe(LLL_Result r) {
      r.r3 = future.taskState().name();
    }
  }

  @JCStressTest
  @JCStressMeta(CancelVsCancelRace.class)
  @State
  public static class LockingTask extends Body {
    public LockingTask() {
      super(Subjects.LOCKING_TASK, Patience.LONG);
    }

    @Actor
    public void cancel(LLL_Result r) {
      r.r1 = tryCancel();
    }

    @Actor
    public void cancelToo(LLL_Result r) {
      r.r2 = tryCancel();
    }

    @Arbiter
    public void observe(LLL_Result r) {
      r.r3 = future.taskState().name();
    }
  }

  @JCStressTest
  @JCStressMeta(CancelVsCancelRace.class)
  @State
  public static class VirtualThreadsTask extends Body {
    public VirtualThreadsTask() {
      super(Subjects.VIRTUAL_THREADS_TASK, Patience.LONG);
    }

    @Actor
    public void cancel(LLL_Result r) {
      r.r1 = tryCancel();
    }

    @Actor
    public void cancelToo(LLL_Result r) {
      r.r2 = tryCancel();
    }

    @Arbiter
    public void observe(LLL_Result r) {
      r.r3 = future.taskState().name();
    }
  }

  @JCStressTest
  @JCStressMeta(CancelVsCancelRace.class)
  @State
  public static class BoundedVirtualThreadsTask extends Body {
    public BoundedVirtualThreadsTask() {
      super(Subjects.BOUNDED_VIRTUAL_THREADS_TASK, Patience.LONG);
    }

    @Actor
    public void cancel(LLL_Result r) {
      r.r1 = tryCancel();
    }

    @Actor
    public void cancelToo(LLL_Result r) {
      r.r2 = tryCancel();
    }

    @Arbiter
    public void observe(LLL_Result r) {
      r.r3 = future.taskState().name();
    }
  }

  @JCStressTest
  @JCStressMeta(CancelVsCancelRace.class)
  @State
  public static class VirtualThreads extends Body {
    public VirtualThreads() {
      super(Subjects.promises(Subjects.VIRTUAL_THREADS), Patience.LONG);
    }

    @Actor
    public void cancel(LLL_Result r) {
      r.r1 = tryCancel();
    }

    @Actor
    public void cancelToo(LLL_Result r) {
      r.r2 = tryCancel();
    }

    @Arbiter
    public void observe(LLL_Result r) {
      r.r3 = future.taskState().name();
    }
  }

  /** Both may win. */
  @JCStressTest
  @JCStressMeta(CancelVsCancelRace.class)
  @Outcome(
      id = "cancelled, cancelled, CANCELLED",
      expect = Expect.ACCEPTABLE_INTERESTING,
      desc = "Both believe that they cancelled.")
  @State
  public static class CheckThenActControl extends Body {
    public CheckThenActControl() {
      super(CheckThenActFuture::new, Patience.SHORT);
    }

    @Actor
    public void cancel(LLL_Result r) {
      r.r1 = tryCancel();
    }

    @Actor
    public void cancelToo(LLL_Result r) {
      r.r2 = tryCancel();
    }

    @Arbiter
    public void observe(LLL_Result r) {
      r.r3 = future.taskState().name();
    }
  }
}
