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

/** {@code asCompleted} against {@code trySucceed}: the future is yielded once. */
@Description("Iterating over what becomes done: the future is yielded, and it is the last.")
@Ref("SPEC.md#A1")
@Ref("SPEC.md#A2")
@Outcome(id = "yielded, settled", expect = Expect.ACCEPTABLE, desc = "It was yielded once.")
@Outcome(expect = Expect.FORBIDDEN, desc = "It was not yielded, or something else was.")
public class AsCompletedVsSettleRace {

  abstract static class Body extends PromiseRace {
    Body(PromiseFactory promises, Patience patience) {
      super(promises, patience);
    }

    final String iterate() {
      return patience.await(() -> {
        try (var iterator = TaskFutures.asCompleted(List.of(future))) {
          return iterator.next().equals(future) && !iterator.hasNext()
              ? "yielded"
              : "something else";
        }
      });
    }
  }

  @JCStressTest
  @JCStressMeta(AsCompletedVsSettleRace.class)
  @State
  public static class Locking extends Body {
    public Locking() {
      super(Subjects.promises(Subjects.LOCKING), Patience.LONG);
    }

    @Actor
    public void iterate(LL_Result r) {
      meet();
      r.r1 = iterate();
    }

    @Actor
    public void settle(LL_Result r) {
      meetAndLetPark();
      r.r2 = trySettle();
    }
  }

  @JCStressTest
  @JCStressMeta(AsCompletedVsSettleRace.class)
  @State
  public static class LockFree extends Body {
    public LockFree() {
      super(Subjects.promises(Subjects.LOCK_FREE), Patience.LONG);
    }

    @Actor
    public void iterate(LL_Result r) {
      meet();
      r.r1 = iterate();
    }

    @Actor
    public void settle(LL_Result r) {
      meetAndLetPark();
      r.r2 = trySettle();
    }
  }

  @JCStressTest
  @JCStressMeta(AsCompletedVsSettleRace.class)
  @State
  public static class LockFreeTask extends Body {
    public LockFreeTask() {
      super(Subjects.LOCK_FREE_TASK, Patience.LONG);
    }

    @Actor
    public void iterate(LL_Result r) {
      meet();
      r.r1 = iterate();
    }

    @Actor
    public void settle(LL_Result r) {
      meetAndLetPark();
      r.r2 = trySettle();
    }
  }

  @JCStressTest
  @JCStressMeta(AsCompletedVsSettleRace.class)
  @State
  public static class LockingTask extends Body {
    public LockingTask() {
      super(Subjects.LOCKING_TASK, Patience.LONG);
    }

    @Actor
    public void iterate(LL_Result r) {
      meet();
      r.r1 = iterate();
    }

    @Actor
    public void settle(LL_Result r) {
      meetAndLetPark();
      r.r2 = trySettle();
    }
  }

  @JCStressTest
  @JCStressMeta(AsCompletedVsSettleRace.class)
  @State
  public static class VirtualThreadsTask extends Body {
    public VirtualThreadsTask() {
      super(Subjects.VIRTUAL_THREADS_TASK, Patience.LONG);
    }

    @Actor
    public void iterate(LL_Result r) {
      meet();
      r.r1 = iterate();
    }

    @Actor
    public void settle(LL_Result r) {
      meetAndLetPark();
      r.r2 = trySettle();
    }
  }

  @JCStressTest
  @JCStressMeta(AsCompletedVsSettleRace.class)
  @State
  public static class VirtualThreads extends Body {
    public VirtualThreads() {
      super(Subjects.promises(Subjects.VIRTUAL_THREADS), Patience.LONG);
    }

    @Actor
    public void iterate(LL_Result r) {
      meet();
      r.r1 = iterate();
    }

    @Actor
    public void settle(LL_Result r) {
      meetAndLetPark();
      r.r2 = trySettle();
    }
  }

  /** The registration may be lost. */
  @JCStressTest
  @JCStressMeta(AsCompletedVsSettleRace.class)
  @Outcome(
      id = "late, settled",
      expect = Expect.ACCEPTABLE_INTERESTING,
      desc = "It was never yielded.")
  @State
  public static class LostRegistrationControl extends Body {
    public LostRegistrationControl() {
      super(LostRegistrationFuture::new, Patience.SHORT);
    }

    @Actor
    public void iterate(LL_Result r) {
      meet();
      r.r1 = iterate();
    }

    @Actor
    public void settle(LL_Result r) {
      meetAndLetPark();
      r.r2 = trySettle();
    }
  }
}
