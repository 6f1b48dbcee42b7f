package dev.gauntlet.stress;

import dev.gauntlet.spi.PromiseFactory;
import dev.gauntlet.stress.control.LostRegistrationFuture;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Ref;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/** {@code addDoneCallback} against {@code trySucceed}: the callback runs once. */
@Description("Registering a callback and settling: it is called exactly once.")
@Ref("SPEC.md#K4")
@Ref("SPEC.md#K1")
@Outcome(id = "told once", expect = Expect.ACCEPTABLE, desc = "It was called by one of the two.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The callback was lost, or called twice.")
public class CallbackVsSettleRace {

  abstract static class Body extends PromiseRace {
    final Tally callback = new Tally();

    Body(PromiseFactory promises, Patience patience) {
      super(promises, patience);
    }
  }

  @JCStressTest
  @JCStressMeta(CallbackVsSettleRace.class)
  @State
  public static class Locking extends Body {
    public Locking() {
      super(Subjects.promises(Subjects.LOCKING), Patience.LONG);
    }

    @Actor
    public void register() {
      future.addDoneCallback(callback);
    }

    @Actor
    public void settle() {
      promise.trySucceed(VALUE);
    }

    @Arbiter
    public void observe(L_Result r) {
      r.r1 = callback.toString();
    }
  }

  @JCStressTest
  @JCStressMeta(CallbackVsSettleRace.class)
  @State
  public static class LockFree extends Body {
    public LockFree() {
      super(Subjects.promises(Subjects.LOCK_FREE), Patience.LONG);
    }

    @Actor
    public void register() {
      future.addDoneCallback(callback);
    }

    @Actor
    public void settle() {
      promise.trySucceed(VALUE);
    }

    @Arbiter
    public void observe(L_Result r) {
      r.r1 = callback.toString();
    }
  }

  @JCStressTest
  @JCStressMeta(CallbackVsSettleRace.class)
  @State
  public static class LockFreeTask extends Body {
    public LockFreeTask() {
      super(Subjects.LOCK_FREE_TASK, Patience.LONG);
    }

    @Actor
    public void register() {
      future.addDoneCallback(callback);
    }

    @Actor
    public void settle() {
      promise.trySucceed(VALUE);
    }

    @Arbiter
    public void observe(L_Result r) {
      r.r1 = callback.toString();
    }
  }

  @JCStressTest
  @JCStressMeta(CallbackVsSettleRace.class)
  @State
  public static class LockingTask extends Body {
    public LockingTask() {
      super(Subjects.LOCKING_TASK, Patience.LONG);
    }

    @Actor
    public void register() {
      future.addDoneCallback(callback);
    }

    @Actor
    public void settle() {
      promise.trySucceed(VALUE);
    }

    @Arbiter
    public void observe(L_Result r) {
      r.r1 = callback.toString();
    }
  }

  @JCStressTest
  @JCStressMeta(CallbackVsSettleRace.class)
  @State
  public static class VirtualThreadsTask extends Body {
    public VirtualThreadsTask() {
      super(Subjects.VIRTUAL_THREADS_TASK, Patience.LONG);
    }

    @Actor
    public void register() {
      future.addDoneCallback(callback);
    }

    @Actor
    public void settle() {
      promise.trySucceed(VALUE);
    }

    @Arbiter
    public void observe(L_Result r) {
      r.r1 = callback.toString();
    }
  }

  @JCStressTest
  @JCStressMeta(CallbackVsSettleRace.class)
  @State
  public static class VirtualThreads extends Body {
    public VirtualThreads() {
      super(Subjects.promises(Subjects.VIRTUAL_THREADS), Patience.LONG);
    }

    @Actor
    public void register() {
      future.addDoneCallback(callback);
    }

    @Actor
    public void settle() {
      promise.trySucceed(VALUE);
    }

    @Arbiter
    public void observe(L_Result r) {
      r.r1 = callback.toString();
    }
  }

  /** The callback may be lost. */
  @JCStressTest
  @JCStressMeta(CallbackVsSettleRace.class)
  @Outcome(
      id = "never told",
      expect = Expect.ACCEPTABLE_INTERESTING,
      desc = "The callback was lost.")
  @State
  public static class LostRegistrationControl extends Body {
    public LostRegistrationControl() {
      super(LostRegistrationFuture::new, Patience.SHORT);
    }

    @Actor
    public void register() {
      future.addDoneCallback(callback);
    }

    @Actor
    public void settle() {
      promise.trySucceed(VALUE);
    }

    @Arbiter
    public void observe(L_Result r) {
      r.r1 = callback.toString();
    }
  }
}
