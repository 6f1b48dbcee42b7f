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

/** {@code offer} against {@code close} and a last look: what was let in is found. */
@Description("White box: the queue of the lock-free pool is closed while a task is offered.")
@Ref("SPEC.md#L2")
@Outcome(
    id = "accepted, found",
    expect = Expect.ACCEPTABLE,
    desc = "Offered before the close, and found after it.")
@Outcome(id = "refused, empty", expect = Expect.ACCEPTABLE, desc = "Offered after the close.")
@Outcome(
    expect = Expect.FORBIDDEN,
    desc = "A task was let in behind the last look, or refused and found.")
public class OfferVsCloseRace {

  abstract static class Body {
    final RacedQueue queue;

    Body(RacedQueue queue) {
      this.queue = queue;
    }
  }

  @JCStressTest
  @JCStressMeta(OfferVsCloseRace.class)
  @State
  public static class LockFree extends Body {
    public LockFree() {
      super(new RacedQueue());
    }

    @Actor
    public void offer(LL_Result r) {
      r.r1 = queue.offer(new RacedNode()) ? "accepted" : "refused";
    }

    @Actor
    public void close(LL_Result r) {
      queue.close();
      r.r2 = queue.claim() != null ? "found" : "empty";
    }
  }

  /** A task may come behind the end. */
  @JCStressTest
  @JCStressMeta(OfferVsCloseRace.class)
  @Outcome(
      id = "accepted, empty",
      expect = Expect.ACCEPTABLE_INTERESTING,
      desc = "The task is let in and never found.")
  @State
  public static class ClosedByFlagControl extends Body {
    public ClosedByFlagControl() {
      super(new WeakQueues.ClosedByFlag());
    }

    @Actor
    public void offer(LL_Result r) {
      r.r1 = queue.offer(new RacedNode()) ? "accepted" : "refused";
    }

    @Actor
    public void close(LL_Result r) {
      queue.close();
      r.r2 = queue.claim() != null ? "found" : "empty";
    }
  }
}
