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
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * A {@code get} against a registration that is followed by {@code trySucceed}: both are released.
 */
@Description("Two waiters register at once, then the future is settled: both are told.")
@Ref("SPEC.md#R24")
@Outcome(id = "value, told once", expect = Expect.ACCEPTABLE, desc = "Both were told.")
@Outcome(expect = Expect.FORBIDDEN, desc = "One of the two was forgotten, or told twice.")
public class TwoWaitersVsSettleRace {

  abstract static class Body extends PromiseRace {
    final Tally listener = new Tally();

    Body(PromiseFactory promises, Patience patience) {
      super(promises, patience);
    }

    final void registerAndSettle() {
      addWaiter(listener);
      promise.trySucceed(VALUE);
    }
  }

  @JCStressTest
  @JCStressMeta(TwoWaitersVsSettleRace.class)
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
    public void settle() {
      meetAndLetPark();
      registerAndSettle();
    }

    @Arbiter
    public void observe(LL_Result r) {
      r.r2 = listener.toString();
    }
  }

  @JCStressTest
  @JCStressMeta(TwoWaitersVsSettleRace.class)
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
    public void settle() {
      meetAndLetPark();
      registerAndSettle();
    }

    @Arbiter
    public void observe(LL_Result r) {
      r.r2 = listener.toString();
    }
  }

  @JCStressTest
  @JCStressMeta(TwoWaitersVsSettleRace.class)
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
    public void settle() {
      meetAndLetPark();
      registerAndSettle();
    }

    @Arbiter
    public void observe(LL_Result r) {
      r.r2 = listener.toString();
    }
  }

  @JCStressTest
  @JCStressMeta(TwoWaitersVsSettleRace.class)
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
    public void settle() {
      meetAndLetPark();
      registerAndSettle();
    }

    @Arbiter
    public void observe(LL_Result r) {
      r.r2 = listener.toString();
    }
  }

  @JCStressTest
  @JCStressMeta(TwoWaitersVsSettleRace.class)
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
    public void settle() {
      meetAndLetPark();
      registerAndSettle();
    }

    @Arbiter
    public void observe(LL_Result r) {
      r.r2 = listener.toString();
    }
  }

  @JCStressTest
  @JCStressMeta(TwoWaitersVsSettleRace.class)
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
    public void settle() {
      meetAndLetPark();
      registerAndSettle();
    }

    @Arbiter
    public void observe(LL_Result r) {
      r.r2 = listener.toString();
    }
  }

  /** Of two registrations one may be lost. */
  @JCStressTest
  @JCStressMeta(TwoWaitersVsSettleRace.class)
  @Outcome(
      id = {"late, told once", "value, never told", "late, never told"},
      expect = Expect.ACCEPTABLE_INTERESTING,
      desc = "A waiter was forgotten.")
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
    public void settle() {
      meetAndLetPark();
      registerAndSettle();
    }

    @Arbiter
    public void observe(LL_Result r) {
      r.r2 = listener.toString();
    }
  }
}
