package dev.gauntlet.lockfree;

import java.util.stream.Stream;
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

/**
 * {@code offer} against a sweep of all that is there. The tail points to the last but one, which is
 * swept: the offer may begin at a node that is linked to itself.
 */
@Description("White box: a task is offered while the cancelled ones before it are unlinked.")
@Ref("SPEC.md#N5")
@Ref("SPEC.md#C17")
@Outcome(id = "1 left", expect = Expect.ACCEPTABLE, desc = "The offered task is there.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The task was lost, or a cancelled one came back.")
public class OfferVsSweepRace {

  abstract static class Body {
    private final int last = RacedQueue.SWEEP - 1;
    private final RacedNode[] nodes =
        Stream.generate(RacedNode::new).limit(last + 1).toArray(RacedNode[]::new);
    final RacedQueue queue;

    Body(RacedQueue queue) {
      this.queue = queue;
      queue.offer(new RacedNode());
      queue.claim();
      for (RacedNode node : nodes) {
        queue.offer(node);
      }
      for (int i = 0; i < last; i++) {
        queue.cancel(nodes[i]);
      }
    }

    final Node lastButOne() {
      return nodes[last - 1];
    }

    final void sweep() {
      queue.cancel(nodes[last]);
    }
  }

  @JCStressTest
  @JCStressMeta(OfferVsSweepRace.class)
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
    public void cancel() {
      sweep();
    }

    @Arbiter
    public void observe(L_Result r) {
      r.r1 = queue.claimAll() + " left";
    }
  }

  /** A task that is appended to a node which has left is lost. */
  @JCStressTest
  @JCStressMeta(OfferVsSweepRace.class)
  @Outcome(id = "0 left", expect = Expect.ACCEPTABLE_INTERESTING, desc = "The task is lost.")
  @State
  public static class AppendedToWhatHasLeftControl extends Body {
    public AppendedToWhatHasLeftControl() {
      super(new RacedQueue());
    }

    @Actor
    public void offer() {
      WeakQueues.appendBehind(lastButOne(), new RacedNode());
    }

    @Actor
    public void cancel() {
      sweep();
    }

    @Arbiter
    public void observe(L_Result r) {
      r.r1 = queue.claimAll() + " left";
    }
  }

  /** A task that is offered meanwhile may be lost. */
  @JCStressTest
  @JCStressMeta(OfferVsSweepRace.class)
  @Outcome(id = "0 left", expect = Expect.ACCEPTABLE_INTERESTING, desc = "The task is lost.")
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
    public void cancel() {
      sweep();
    }

    @Arbiter
    public void observe(L_Result r) {
      r.r1 = queue.claimAll() + " left";
    }
  }
}
