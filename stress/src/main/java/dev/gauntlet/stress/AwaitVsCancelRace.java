package dev.gauntlet.stress;

import dev.gauntlet.TaskFutures;
import dev.gauntlet.spi.PromiseFactory;
import dev.gauntlet.stress.control.LostRegistrationFuture;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Ref;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** {@code TaskFutures.await} against {@code cancel}: a cancelled future is done for it. */
@Description(
    "Waiting for a future that is cancelled: the wait ends, with the future among the done.")
@Ref("SPEC.md#W3")
@Outcome(id = "1, cancelled", expect = Expect.ACCEPTABLE, desc = "The wait ended with the future.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The wait did not end, or without the future.")
public class AwaitVsCancelRace {

  abstract static class Body extends PromiseRace {
    Body(PromiseFactory promises, Patience patience) {
      super(promises, patience);
    }

    final String await() {
      return patience.await(() -> TaskFutures.await(List.of(future)).done().size());
    }
  }

  @JCStressTest
  @JCStressMeta(AwaitVsCancelRace.class)
  @State
  public static class Locking extends Body {
    public Locking() {
      super(Subjects.promises(Subjects.LOCKING), Patience.LONG);
    }

    @Actor
    public void await(LL_Result r) {
      meet();
      r.r1 = await();
    }

    @Actor
    public void cancel(LL_Result r) {
      meetAndLetPark();
      r.r2 = tryCancel();
    }
  }

  @JCStressTest
  @JCStressMeta(AwaitVsCancelRace.class)
  @State
  public static class LockFree extends Body {
    public LockFree() {
      super(Subjects.promises(Subjects.LOCK_FREE), Patience.LONG);
    }

    @Actor
    public void await(LL_Result r) {
      meet();
      r.r1 = await();
    }

    @Actor
    public void cancel(LL_Result r) {
      meetAndLetPark();
      r.r2 = tryCancel();
    }
  }

  @JCStressTest
  @JCStressMeta(AwaitVsCancelRace.class)
  @State
  public static class LockFreeTask extends Body {
    public LockFreeTask() {
      super(Subjects.LOCK_FREE_TASK, Patience.LONG);
    }

    @Actor
    public void await(LL_Result r) {
      meet();
      r.r1 = await();
    }

    @Actor
    public void cancel(LL_Result r) {
      meetAndLetPark();
      r.r2 = tryCancel();
    }
  }

  @JCStressTest
  @JCStressMeta(AwaitVsCancelRace.class)
  @State
  public static class LockingTask extends Body {
    public LockingTask() {
      super(Subjects.LOCKING_TASK, Patience.LONG);
    }

    @Actor
    public void await(LL_Result r) {
      meet();
      r.r1 = await();
    }

    @Actor
    public void cancel(LL_Result r) {
      meetAndLetPark();
      r.r2 = tryCancel();
    }
  }

  @JCStressTest
  @JCStressMeta(AwaitVsCancelRace.class)
  @State
  public static class VirtualThreadsTask extends Body {
    public VirtualThreadsTask() {
      super(Subjects.VIRTUAL_THREADS_TASK, Patience.LONG);
    }

    @Actor
    public void await(LL_Result r) {
      meet();
      r.r1 = await();
    }

    @Actor
    public void cancel(LL_Result r) {
      meetAndLetPark();
      r.r2 = tryCancel();
    }
  }

  @JCStressTest
  @JCStressMeta(AwaitVsCancelRace.class)
  @State
  public static class VirtualThreads extends Body {
    public VirtualThreads() {
      super(Subjects.promises(Subjects.VIRTUAL_THREADS), Patience.LONG);
    }

    @Actor
    public void await(LL_Result r) {
      meet();
      r.r1 = await();
    }

    @Actor
    public void cancel(LL_Result r) {
      meetAndLetPark();
      r.r2 = tryCancel();
    }
  }

  /** The registration may be lost. */
  @JCStressTest
  @JCStressMeta(AwaitVsCancelRace.class)
  @Outcome(
      id = "late, cancelled",
      expect = Expect.ACCEPTABLE_INTERESTING,
      desc = "The waiting thread was not told.")
  @State
  public static class LostRegistrationControl extends Body {
    public LostRegistrationControl() {
      super(LostRegistrationFuture::new, Patience.SHORT);
    }

    @Actor
    public void await(LL_Result r) {
      meet();
      r.r1 = await();
    }

    @Actor
    public void cancel(LL_Result r) {
      meetAndLetPark();
      r.r2 = tryCancel();
    }
  }
}
