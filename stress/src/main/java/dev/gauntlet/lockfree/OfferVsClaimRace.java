package dev.gauntlet.lockfree;

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
 * {@code offer} against {@code claim}, which moves the head past dead nodes. The tail points to one
 * of them: the offer may begin at a node that is linked to itself.
 */
@Description("White box: a task is offered where a worker is unlinking.")
@Ref("SPEC.md#N5")
@Outcome(
    id = "claimed, 1 left",
    expect = Expect.ACCEPTABLE,
    desc = "The one before was claimed, and it is there.")
@Outcome(expect = Expect.FORBIDDEN, desc = "A task was lost, or claimed twice.")
public class OfferVsClaimRace {

  abstract static class Body {
    final RacedQueue queue;

    Body(RacedQueue queue) {
      this.queue = queue;
      RacedNode[] nodes = {new RacedNode(), new RacedNode(), new RacedNode()};
      for (RacedNode node : nodes) {
        queue.offer(node);
      }
      queue.take(nodes[0]);
      queue.take(nodes[1]);
    }
  }

  @JCStressTest
  @JCStressMeta(OfferVsClaimRace.class)
  @State
  public static class LockFree extends Body {
    public LockFree() {
      super(new RacedQueue());
    }

    @Actor
    public void offer() {
      queue.offer(new RacedNode());
    }

    @Actor
    public void claim(LL_Result r) {
      r.r1 = queue.claim() != null ? "claimed" : "empty";
    }

    @Arbiter
    public void observe(LL_Result r) {
      r.r2 = queue.claimAll() + " left";
    }
  }

  /** A task that is offered meanwhile may be lost. */
  @JCStressTest
  @JCStressMeta(OfferVsClaimRace.class)
  @Outcome(
      id = {"claimed, 0 left", "empty, 0 left", "empty, 1 left"},
      expect = Expect.ACCEPTABLE_INTERESTING,
      desc = "A task is lost.")
  @State
  public static class CopiedListControl extends Body {
    public CopiedListControl() {
      super(new WeakQueues.CopiedList());
    }

    @Actor
    public void offer() {
      queue.offer(new RacedNode());
    }

    @Actor
    public void claim(LL_Result r) {
      r.r1 = queue.claim() != null ? "claimed" : "empty";
    }

    @Arbiter
    public void observe(LL_Result r) {
      r.r2 = queue.claimAll() + " left";
    }
  }
}
