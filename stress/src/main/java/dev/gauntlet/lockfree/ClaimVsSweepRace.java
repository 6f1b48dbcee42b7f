package dev.gauntlet.lockfree;

import java.util.stream.Stream;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Ref;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** {@code claim} against a sweep in the middle: the head moves over what is swept. */
@Description("White box: a worker goes through the queue while cancelled tasks are unlinked.")
@Ref("SPEC.md#C6")
@Ref("SPEC.md#C17")
@Outcome(id = "3 claimed, refused", expect = Expect.ACCEPTABLE, desc = "The worker came first.")
@Outcome(
    id = "2 claimed, cancelled",
    expect = Expect.ACCEPTABLE,
    desc = "The canceller came first.")
@Outcome(expect = Expect.FORBIDDEN, desc = "A task was lost, or claimed and cancelled.")
public class ClaimVsSweepRace {

  abstract static class Body {
    private final int last = RacedQueue.SWEEP;
    private final RacedNode[] nodes =
        Stream.generate(RacedNode::new).limit(last + 2).toArray(RacedNode[]::new);
    final RacedQueue queue;

    Body(RacedQueue queue) {
      this.queue = queue;
      for (RacedNode node : nodes) {
        queue.offer(node);
      }
      for (int i = 1; i < last; i++) {
        queue.cancel(nodes[i]);
      }
    }

    final String sweep() {
      return queue.cancel(nodes[last]) ? "cancelled" : "refused";
    }
  }

  @JCStressTest
  @JCStressMeta(ClaimVsSweepRace.class)
  @State
  public static class LockFree extends Body {
    public LockFree() {
      super(new RacedQueue());
    }

    @Actor
    public void claim(LL_Result r) {
      r.r1 = queue.claimAll() + " claimed";
    }

    @Actor
    public void cancel(LL_Result r) {
      r.r2 = sweep();
    }
  }

  /** Both may have it. */
  @JCStressTest
  @JCStressMeta(ClaimVsSweepRace.class)
  @Outcome(
      id = "3 claimed, cancelled",
      expect = Expect.ACCEPTABLE_INTERESTING,
      desc = "It was claimed and cancelled.")
  @State
  public static class CancelledInTwoStepsControl extends Body {
    public CancelledInTwoStepsControl() {
      super(new WeakQueues.CancelledInTwoSteps());
    }

    @Actor
    public void claim(LL_Result r) {
      r.r1 = queue.claimAll() + " claimed";
    }

    @Actor
    public void cancel(LL_Result r) {
      r.r2 = sweep();
    }
  }
}
