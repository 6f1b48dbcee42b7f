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
import org.openjdk.jcstress.infra.results.LLLL_Result;

/** {@code cancel(boolean)} against {@code trySucceed} against {@code addDoneCallback}. */
@Description("Cancelling, settling and registering: one outcome wins, and is told exactly once.")
@Ref("SPEC.md#C7")
@Ref("SPEC.md#K4")
@Outcome(
    id = "settled, refused, SUCCEEDED, told once",
    expect = Expect.ACCEPTABLE,
    desc = "The value came first.")
@Outcome(
    id = "refused, cancelled, CANCELLED, told once",
    expect = Expect.ACCEPTABLE,
    desc = "The cancel came first.")
@Outcome(
    expect = Expect.FORBIDDEN,
    desc = "Both won, or none did, or the callback was lost or called twice.")
public class CancelVsSettleVsCallbackRace {

  abstract static class Body extends PromiseRace {
    final Tally callback = new Tally();

    Body(PromiseFactory promises, Patience patience) {
      super(promises, patience);
    }
  }

  @JCStressTest
  @JCStressMeta(CancelVsSettleVsCallbackRace.class)
  @State
  public static class Locking extends Body {
    public Locking() {
      super(Subjects.promises(Subjects.LOCKING), Patience.LONG);
    }

    @Actor
    public void settle(LLLL_Result r) {
      r.r1 = trySettle();
    }

    @Actor
    public void cancel(LLLL_Result r) {
      r.r2 = tryCancel();
    }

    @Actor
    public void register() {
      future.addDoneCallback(callback);
    }

    @Arbiter
    public void observe(LLLL_Result r) {
      r.r3 = future.taskState().name();
      r.r4 = callback.toString();
    }
  }

  @JCStressTest
  @JCStressMeta(CancelVsSettleVsCallbackRace.class)
  @State
  public static class LockFree extends Body {
    public LockFree() {
      super(Subjects.promises(Subjects.LOCK_FREE), Patience.LONG);
    }

    @Actor
    public void settle(LLLL_Result r) {
      r.r1 = trySettle();
    }

    @Actor
    public void cancel(LLLL_Result r) {
      r.r2 = tryCancel();
    }

    @Actor
    public void register() {
      future.addDoneCallback(callback);
    }

    @Arbiter
    public void observe(LLLL_Result r) {
      r.r3 = future.taskState().name();
      r.r4 = callback.toString();
    }
  }

  @JCStressTest
  @JCStressMeta(CancelVsSettleVsCallbackRace.class)
  @State
  public static class LockFreeTask extends Body {
    public LockFreeTask() {
      super(Subjects.LOCK_FREE_TASK, Patience.LONG);
    }

    @Actor
    public void settle(LLLL_Result r) {
      r.r1 = trySettle();
    }

    @Actor
    public void cancel(LLLL_Result r) {
      r.r2 = tryCancel();
    }

    @Actor
    public void register() {
      future.addDoneCallback(callback);
    }

    @Arbiter
    public void observe(LLLL_Result r) {
      r.r3 = future.taskState().name();
      r.r4 = callback.toString();
    }
  }

  @JCStressTest
  @JCStressMeta(CancelVsSettleVsCallbackRace.class)
  @State
  public static class LockingTask extends Body {
    public LockingTask() {
      super(Subjects.LOCKING_TASK, Patience.LONG);
    }

    @Actor
    public void settle(LLLL_Result r) {
      r.r1 = trySettle();
    }

    @Actor
    public void cancel(LLLL_Result r) {
      r.r2 = tryCancel();
    }

    @Actor
    public void register() {
      future.addDoneCallback(callback);
    }

    @Arbiter
    public void observe(LLLL_Result r) {
      r.r3 = future.taskState().name();
      r.r4 = callback.toString();
    }
  }

  @JCStressTest
  @JCStressMeta(CancelVsSettleVsCallbackRace.class)
  @State
  public static class VirtualThreadsTask extends Body {
    public VirtualThreadsTask() {
      super(Subjects.VIRTUAL_THREADS_TASK, Patience.LONG);
    }

    @Actor
    public void settle(LLLL_Result r) {
      r.r1 = trySettle();
    }

    @Actor
    public void cancel(LLLL_Result r) {
      r.r2 = tryCancel();
    }

    @Actor
    public void register() {
      future.addDoneCallback(callback);
    }

    @Arbiter
    public void observe(LLLL_Result r) {
      r.r3 = future.taskState().name();
      r.r4 = callback.toString();
    }
  }

  @JCStressTest
  @JCStressMeta(CancelVsSettleVsCallbackRace.class)
  @State
  public static class VirtualThreads extends Body {
    public VirtualThreads() {
      super(Subjects.promises(Subjects.VIRTUAL_THREADS), Patience.LONG);
    }

    @Actor
    public void settle(LLLL_Result r) {
      r.r1 = trySettle();
    }

    @Actor
    public void cancel(LLLL_Result r) {
      r.r2 = tryCancel();
    }

    @Actor
    public void register() {
      future.addDoneCallback(callback);
    }

    @Arbiter
    public void observe(LLLL_Result r) {
      r.r3 = future.taskState().name();
      r.r4 = callback.toString();
    }
  }

  /** Both may win. */
  @JCStressTest
  @JCStressMeta(CancelVsSettleVsCallbackRace.class)
  @Outcome(
      id = {"settled, cancelled, SUCCEEDED, told once", "settled, cancelled, CANCELLED, told once"},
      expect = Expect.ACCEPTABLE_INTERESTING,
      desc = "Both won.")
  @State
  public static class CheckThenActControl extends Body {
    public CheckThenActControl() {
      super(CheckThenActFuture::new, Patience.SHORT);
    }

    @Actor
    public void settle(LLLL_Result r) {
      r.r1 = trySettle();
    }

    @Actor
    public void cancel(LLLL_Result r) {
      r.r2 = tryCancel();
    }

    @Actor
    public void register() {
      future.addDoneCallback(callback);
    }

    @Arbiter
    public void observe(LLLL_Result r) {
      r.r3 = future.taskState().name();
      r.r4 = callback.toString();
    }
  }
}
