package dev.gauntlet.stress;

import dev.gauntlet.spi.PromiseFactory;
import dev.gauntlet.stress.control.PopAndPushBackFuture;
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

/**
 * {@code removeWaiter} against {@code trySucceed}: who stays is told once, who leaves at most once.
 */
@Description("A waiter leaves while the future is settled: the other one is told.")
@Ref("SPEC.md#W10")
@Ref("SPEC.md#A8")
@Outcome(id = "never told, told once", expect = Expect.ACCEPTABLE, desc = "It left in time.")
@Outcome(id = "told once, told once", expect = Expect.ACCEPTABLE, desc = "It was told first.")
@Outcome(
    expect = Expect.FORBIDDEN,
    desc = "The one that stayed was forgotten, or somebody was told twice.")
public class WaiterRemovalVsSettleRace {

  abstract static class Body extends PromiseRace {
    final Tally leaving = new Tally();
    final Tally staying = new Tally();

    Body(PromiseFactory promises, Patience patience) {
      super(promises, patience);
      addWaiter(staying);
      addWaiter(leaving);
    }
  }

  @JCStressTest
  @JCStressMeta(WaiterRemovalVsSettleRace.class)
  @State
  public static class Locking extends Body {
    public Locking() {
      super(Subjects.promises(Subjects.LOCKING), Patience.LONG);
    }

    @Actor
    public void leave() {
      removeWaiter(leaving);
    }

    @Actor
    public void settle() {
      promise.trySucceed(VALUE);
    }

    @Arbiter
    public void observe(LL_Result r) {
      r.r1 = leaving.toString();
      r.r2 = staying.toString();
    }
  }

  @JCStressTest
  @JCStressMeta(WaiterRemovalVsSettleRace.class)
  @State
  public static class LockFree extends Body {
    public LockFree() {
      super(Subjects.promises(Subjects.LOCK_FREE), Patience.LONG);
    }

    @Actor
    public void leave() {
      removeWaiter(leaving);
    }

    @Actor
    public void settle() {
      promise.trySucceed(VALUE);
    }

    @Arbiter
    public void observe(LL_Result r) {
      r.r1 = leaving.toString();
      r.r2 = staying.toString();
    }
  }

  @JCStressTest
  @JCStressMeta(WaiterRemovalVsSettleRace.class)
  @State
  public static class LockFreeTask extends Body {
    public LockFreeTask() {
      super(Subjects.LOCK_FREE_TASK, Patience.LONG);
    }

    @Actor
    public void leave() {
      removeWaiter(leaving);
    }

    @Actor
    public void settle() {
      promise.trySucceed(VALUE);
    }

    @Arbiter
    public void observe(LL_Result r) {
      r.r1 = leaving.toString();
      r.r2 = staying.toString();
    }
  }

  @JCStressTest
  @JCStressMeta(WaiterRemovalVsSettleRace.class)
  @State
  public static class LockingTask extends Body {
    public LockingTask() {
      super(Subjects.LOCKING_TASK, Patience.LONG);
    }

    @Actor
    public void leave() {
      removeWaiter(leaving);
    }

    @Actor
    public void settle() {
      promise.trySucceed(VALUE);
    }

    @Arbiter
    public void observe(LL_Result r) {
      r.r1 = leaving.toString();
      r.r2 = staying.toString();
    }
  }

  @JCStressTest
  @JCStressMeta(WaiterRemovalVsSettleRace.class)
  @State
  public static class VirtualThreadsTask extends Body {
    public VirtualThreadsTask() {
      super(Subjects.VIRTUAL_THREADS_TASK, Patience.LONG);
    }

    @Actor
    public void leave() {
      removeWaiter(leaving);
    }

    @Actor
    public void settle() {
      promise.trySucceed(VALUE);
    }

    @Arbiter
    public void observe(LL_Result r) {
      r.r1 = leaving.toString();
      r.r2 = staying.toString();
    }
  }

  @JCStressTest
  @JCStressMeta(WaiterRemovalVsSettleRace.class)
  @State
  public static class VirtualThreads extends Body {
    public VirtualThreads() {
      super(Subjects.promises(Subjects.VIRTUAL_THREADS), Patience.LONG);
    }

    @Actor
    public void leave() {
      removeWaiter(leaving);
    }

    @Actor
    public void settle() {
      promise.trySucceed(VALUE);
    }

    @Arbiter
    public void observe(LL_Result r) {
      r.r1 = leaving.toString();
      r.r2 = staying.toString();
    }
  }

  /** A waiter may be forgotten while another leaves. */
  @JCStressTest
  @JCStressMeta(WaiterRemovalVsSettleRace.class)
  @Outcome(
      id = {"never told, never told", "told once, never told"},
      expect = Expect.ACCEPTABLE_INTERESTING,
      desc = "The one that stayed was forgotten.")
  @State
  public static class PopAndPushBackControl extends Body {
    public PopAndPushBackControl() {
      super(PopAndPushBackFuture::new, Patience.LONG);
    }

    @Actor
    public void leave() {
      removeWaiter(leaving);
    }

    @Actor
    public void settle() {
      promise.trySucceed(VALUE);
    }

    @Arbiter
    public void observe(LL_Result r) {
      r.r1 = leaving.toString();
      r.r2 = staying.toString();
    }
  }
}
