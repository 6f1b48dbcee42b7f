package dev.gauntlet.lockfree;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Ref;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;

/** Two {@code claim}s against the cancel of the first of two nodes. */
@Description("White box: two workers and a canceller reach for two tasks.")
@Ref("SPEC.md#C6")
@Ref("SPEC.md#N5")
@Outcome(
    id = {"first, second, refused", "second, first, refused"},
    expect = Expect.ACCEPTABLE,
    desc = "The workers have both.")
@Outcome(
    id = {"second, empty, cancelled", "empty, second, cancelled"},
    expect = Expect.ACCEPTABLE,
    desc = "The canceller has the first, a worker the second.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Two have the same, or nobody has one of them.")
public class ClaimVsClaimVsCancelRace {

  @JCStressTest
  @JCStressMeta(ClaimVsClaimVsCancelRace.class)
  @State
  public static class LockFree extends TwoTasks {
    public LockFree() {
      super(new RacedQueue());
    }

    @Actor
    public void claim(LLL_Result r) {
      r.r1 = claimOne();
    }

    @Actor
    public void claimToo(LLL_Result r) {
      r.r2 = claimOne();
    }

    @Actor
    public void cancel(LLL_Result r) {
      r.r3 = queue.cancel(first) ? "cancelled" : "refused";
    }
  }

  /** A worker and the canceller may both have the first. */
  @JCStressTest
  @JCStressMeta(ClaimVsClaimVsCancelRace.class)
  @Outcome(
      id = {"first, second, cancelled", "second, first, cancelled"},
      expect = Expect.ACCEPTABLE_INTERESTING,
      desc = "Both have the first.")
  @State
  public static class CancelledInTwoStepsControl extends TwoTasks {
    public CancelledInTwoStepsControl() {
      super(new WeakQueues.CancelledInTwoSteps());
    }

    @Actor
    public void claim(LLL_Result r) {
      r.r1 = claimOne();
    }

    @Actor
    public void claimToo(LLL_Result r) {
      r.r2 = claimOne();
    }

    @Actor
    public void cancel(LLL_Result r) {
      r.r3 = queue.cancel(first) ? "cancelled" : "refused";
    }
  }
}
