package dev.gauntlet.lockfree;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Ref;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** {@code claim} against {@code claim}: each of two workers has one of the two tasks. */
@Description("White box: two workers reach for the same task, and there is another.")
@Ref("SPEC.md#N5")
@Outcome(id = "first, second", expect = Expect.ACCEPTABLE, desc = "One came first.")
@Outcome(id = "second, first", expect = Expect.ACCEPTABLE, desc = "The other came first.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Both have the same task, or one has none.")
public class ClaimVsClaimRace {

  @JCStressTest
  @JCStressMeta(ClaimVsClaimRace.class)
  @State
  public static class LockFree extends TwoTasks {
    public LockFree() {
      super(new RacedQueue());
    }

    @Actor
    public void claim(LL_Result r) {
      r.r1 = claimOne();
    }

    @Actor
    public void claimToo(LL_Result r) {
      r.r2 = claimOne();
    }
  }

  /** Both may have it. */
  @JCStressTest
  @JCStressMeta(ClaimVsClaimRace.class)
  @Outcome(
      id = "first, first",
      expect = Expect.ACCEPTABLE_INTERESTING,
      desc = "Both have the same task.")
  @State
  public static class ClaimedInTwoStepsControl extends TwoTasks {
    public ClaimedInTwoStepsControl() {
      super(new WeakQueues.ClaimedInTwoSteps());
    }

    @Actor
    public void claim(LL_Result r) {
      r.r1 = claimOne();
    }

    @Actor
    public void claimToo(LL_Result r) {
      r.r2 = claimOne();
    }
  }
}
