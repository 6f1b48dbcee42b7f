package dev.gauntlet.stress;

import dev.gauntlet.spi.PromiseFactory;
import dev.gauntlet.stress.control.LostRegistrationFuture;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Ref;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** {@code trySucceed} against an untimed {@code get}: the wake-up is not lost. */
@Description("Settling and waiting: the waiting thread is always released.")
@Ref("SPEC.md#R24")
@Outcome(id = "value, settled", expect = Expect.ACCEPTABLE, desc = "The wait ended with the value.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The wait did not end, or not with the value.")
public class SettleVsAwaitRace {

  abstract static class Body extends PromiseRace {
    Body(PromiseFactory promises, Patience patience) {
      super(promises, patience);
    }
  }

  @JCStressTest
  @JCStressMeta(SettleVsAwaitRace.class)
  @State
  public static class Locking extends Body {
    public Locking() {
      super(Subjects.promises(Subjects.LOCKING), Patience.LONG);
    }

    @Actor
    public void await(LL_Result r) {
      meet();
      r.r1 = patience.await(future::get);
    }

    @Actor
    public void settle(LL_Result r) {
      meetAndLetPark();
      r.r2 = trySettle();
    }
  }

  @JCStressTest
  @JCStressMeta(SettleVsAwaitRace.class)
  @State
  public static class LockFree extends Body {
    public LockFree() {
      super(Subjects.promises(Subjects.LOCK_FREE), Patience.LONG);
    }

    @Actor
    public void await(LL_Result r) {
      meet();
      r.r1 = patience.await(future::get);
    }

    @Actor
    public void settle(LL_Result r) {
      meetAndLetPark();
      r.r2 = trySettle();
    }
  }

  @JCStressTest
  @JCStressMeta(SettleVsAwaitRace.class)
  @State
  public static class LockFreeTask extends Body {
    public LockFreeTask() {
      super(Subjects.LOCK_FREE_TASK, Patience.LONG);
    }

    @Actor
    public void await(LL_Result r) {
      meet();
      r.r1 = patience.await(future::get);
    }

    @Actor
    public void settle(LL_Result r) {
      meetAndLetPark();
      r.r2 = trySettle();
    }
  }

  @JCStressTest
  @JCStressMeta(SettleVsAwaitRace.class)
  @State
  public static class LockingTask extends Body {
    public LockingTask() {
      super(Subjects.LOCKING_TASK, Patience.LONG);
    }

    @Actor
    public void await(LL_Result r) {
      meet();
      r.r1 = patience.await(future::get);
    }

    @Actor
    public void settle(LL_Result r) {
      meetAndLetPark();
      r.r2 = trySettle();
    }
  }

  @JCStressTest
  @JCStressMeta(SettleVsAwaitRace.class)
  @State
  public static class VirtualThreadsTask extends Body {
    public VirtualThreadsTask() {
      super(Subjects.VIRTUAL_THREADS_TASK, Patience.LONG);
    }

    @Actor
    public void await(LL_Result r) {
      meet();
      r.r1 = patience.await(future::get);
    }

    @Actor
    public void settle(LL_Result r) {
      meetAndLetPark();
      r.r2 = trySettle();
    }
  }

  @JCStressTest
  @JCStressMeta(SettleVsAwaitRace.class)
  @State
  public static class VirtualThreads extends Body {
    public VirtualThreads() {
      super(Subjects.promises(Subjects.VIRTUAL_THREADS), Patience.LONG);
    }

    @Actor
    public void await(LL_Result r) {
      meet();
      r.r1 = patience.await(future::get);
    }

    @Actor
    public void settle(LL_Result r) {
      meetAndLetPark();
      r.r2 = trySettle();
    }
  }

  /** The wake-up may be lost. */
  @JCStressTest
  @JCStressMeta(SettleVsAwaitRace.class)
  @Outcome(
      id = "late, settled",
      expect = Expect.ACCEPTABLE_INTERESTING,
      desc = "The waiting thread was not woken.")
  @State
  public static class LostRegistrationControl extends Body {
    public LostRegistrationControl() {
      super(LostRegistrationFuture::new, Patience.SHORT);
    }

    @Actor
    public void await(LL_Result r) {
      meet();
      r.r1 = patience.await(future::get);
    }

    @Actor
    public void settle(LL_Result r) {
      meetAndLetPark();
      r.r2 = trySettle();
    }
  }
}
