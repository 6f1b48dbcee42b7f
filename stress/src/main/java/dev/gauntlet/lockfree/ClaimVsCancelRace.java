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

/** {@code claim} against the cancel of the same node: one of the two has it. */
@Description("White box: a worker and a canceller reach for the same task.")
@Ref("SPEC.md#C6")
@Outcome(id = "claimed, refused", expect = Expect.ACCEPTABLE, desc = "The worker has it.")
@Outcome(id = "empty, cancelled", expect = Expect.ACCEPTABLE, desc = "The canceller has it.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Both have it, or nobody has.")
public class ClaimVsCancelRace {

  abstract static class Body {
    final RacedNode node = new RacedNode();
    final RacedQueue queue;

    Body(RacedQueue queue) {
      this.queue = queue;
      queue.offer(node);
    }
  }

  @JCStressTest
  @JCStressMeta(ClaimVsCancelRace.class)
  @State
  public static class LockFree extends Body {
    public LockFree() {
      super(new RacedQueue());
    }

    @Actor
    public void claim(LL_Result r) {
      r.r1 = queue.claim() != null ? "claimed" : "empty";
    }

    @Actor
    public void cancel(LL_Result r) {
      r.r2 = queue.cancel(node) ? "cancelled" : "refused";
    }
  }

  /** Both may have it. */
  @JCStressTest
  @JCStressMeta(ClaimVsCancelRace.class)
  @Outcome(
      id = "claimed, cancelled",
      expect = Expect.ACCEPTABLE_INTERESTING,
      desc = "Both have it.")
  @State
  public static class CancelledInTwoStepsControl extends Body {
    public CancelledInTwoStepsControl() {
      super(new WeakQueues.CancelledInTwoSteps());
    }

    @Actor
    public void claim(LL_Result r) {
      r.r1 = queue.claim() != null ? "claimed" : "empty";
    }

    @Actor
    public void cancel(LL_Result r) {
      r.r2 = queue.cancel(node) ? "cancelled" : "refused";
    }
  }
}
