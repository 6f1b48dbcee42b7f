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
import org.openjdk.jcstress.infra.results.LLL_Result;

/**
 * A worker joins the task it has pushed last, takes it off the end of its queue and pushes another
 * one there, against a thief.
 */
@Description("White box: a worker helps the task that it joins, while another worker steals.")
@Ref("SPEC.md#N2")
@Outcome(
    id = {"helped, stolen, 0 left", "helped, nothing, 1 left", "missed, stolen, 1 left"},
    expect = Expect.ACCEPTABLE,
    desc = "One of them has the task, and the next one is there for either.")
@Outcome(expect = Expect.FORBIDDEN, desc = "A task was lost, or taken twice.")
public class HelpVsStealRace {

  abstract static class Body {
    private final RacedNode joined = new RacedNode();
    final RacedWorkerQueue queue;

    Body(RacedWorkerQueue queue) {
      this.queue = queue;
      queue.push(joined);
    }

    final String helpAndPush() {
      boolean helped = queue.help(joined);
      queue.push(new RacedNode());
      return helped ? "helped" : "missed";
    }

    final String steal() {
      return queue.steal() ? "stolen" : "nothing";
    }
  }

  @JCStressTest
  @JCStressMeta(HelpVsStealRace.class)
  @State
  public static class LockFree extends Body {
    public LockFree() {
      super(new RacedWorkerQueue());
    }

    @Actor
    public void help(LLL_Result r) {
      r.r1 = helpAndPush();
    }

    @Actor
    public void thief(LLL_Result r) {
      r.r2 = steal();
    }

    @Arbiter
    public void observe(LLL_Result r) {
      r.r3 = queue.claimAll() + " left";
    }
  }

  /** Looks whether the task is pending and then runs it: it may be stolen between. */
  @JCStressTest
  @JCStressMeta(HelpVsStealRace.class)
  @Outcome(
      id = "helped, stolen, 1 left",
      expect = Expect.ACCEPTABLE_INTERESTING,
      desc = "Both have the same task.")
  @State
  public static class TakenInTwoStepsControl extends Body {
    public TakenInTwoStepsControl() {
      super(new RacedWorkerQueue.TakenInTwoSteps());
    }

    @Actor
    public void help(LLL_Result r) {
      r.r1 = helpAndPush();
    }

    @Actor
    public void thief(LLL_Result r) {
      r.r2 = steal();
    }

    @Arbiter
    public void observe(LLL_Result r) {
      r.r3 = queue.claimAll() + " left";
    }
  }
}
