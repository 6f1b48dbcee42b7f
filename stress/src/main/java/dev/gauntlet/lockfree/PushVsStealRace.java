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

/** A worker pushes a second task, for which its queue grows, and polls, against a thief. */
@Description("White box: a worker submits a task and takes one, while another worker steals.")
@Ref("SPEC.md#N5")
@Outcome(
    id = "polled, stolen, 0 left",
    expect = Expect.ACCEPTABLE,
    desc = "Each has one of the two tasks.")
@Outcome(expect = Expect.FORBIDDEN, desc = "A task was lost, or taken twice.")
public class PushVsStealRace {

  abstract static class Body {
    final RacedWorkerQueue queue;

    Body(RacedWorkerQueue queue) {
      this.queue = queue;
      queue.push(new RacedNode());
    }

    final String pushAndPoll() {
      queue.push(new RacedNode());
      return queue.poll() ? "polled" : "nothing";
    }

    final String steal() {
      return queue.steal() ? "stolen" : "nothing";
    }
  }

  @JCStressTest
  @JCStressMeta(PushVsStealRace.class)
  @State
  public static class LockFree extends Body {
    public LockFree() {
      super(new RacedWorkerQueue());
    }

    @Actor
    public void push(LLL_Result r) {
      r.r1 = pushAndPoll();
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

  /** Looks whether a task is pending and then takes it: it may be stolen between. */
  @JCStressTest
  @JCStressMeta(PushVsStealRace.class)
  @Outcome(
      id = "polled, stolen, 1 left",
      expect = Expect.ACCEPTABLE_INTERESTING,
      desc = "Both have the same task.")
  @Outcome(
      id = "nothing, stolen, 1 left",
      expect = Expect.ACCEPTABLE_INTERESTING,
      desc = "What it has looked at was stolen, and it does not look on.")
  @State
  public static class TakenInTwoStepsControl extends Body {
    public TakenInTwoStepsControl() {
      super(new RacedWorkerQueue.TakenInTwoSteps());
    }

    @Actor
    public void push(LLL_Result r) {
      r.r1 = pushAndPoll();
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
