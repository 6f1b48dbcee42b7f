package dev.gauntlet.lockfree;

import dev.gauntlet.stress.control.Pause;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Ref;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** A worker submits to its own queue, against the close of the pool and a last look. */
@Description("White box: a worker submits a task while its pool is closed and drained.")
@Ref("SPEC.md#L2")
@Outcome(
    id = "accepted, found",
    expect = Expect.ACCEPTABLE,
    desc = "Submitted before the close, and found after it.")
@Outcome(id = "refused, empty", expect = Expect.ACCEPTABLE, desc = "Submitted after the close.")
@Outcome(
    expect = Expect.FORBIDDEN,
    desc = "A task was let in behind the last look, or refused and found.")
public class PushVsCloseRace {

  abstract static class Body {
    final PendingTasks tasks = new PendingTasks(2);

    final String submit() {
      WorkerQueue own = tasks.owned().enlist();
      return own != null && offer(own) ? "accepted" : "refused";
    }

    boolean offer(WorkerQueue own) {
      return tasks.offer(new RacedNode());
    }

    final String closeAndDrain() {
      tasks.close();
      return tasks.claim(Node.CANCELLED) != null ? "found" : "empty";
    }
  }

  @JCStressTest
  @JCStressMeta(PushVsCloseRace.class)
  @State
  public static class LockFree extends Body {

    @Actor
    public void offer(LL_Result r) {
      r.r1 = submit();
    }

    @Actor
    public void close(LL_Result r) {
      r.r2 = closeAndDrain();
    }
  }

  /** Looks whether the pool is closing and then pushes: a task may come behind the end. */
  @JCStressTest
  @JCStressMeta(PushVsCloseRace.class)
  @Outcome(
      id = "accepted, empty",
      expect = Expect.ACCEPTABLE_INTERESTING,
      desc = "The task is let in and never found.")
  @State
  public static class WithoutAnotherLookControl extends Body {

    @Override
    boolean offer(WorkerQueue own) {
      if (tasks.shared().closing) {
        return false;
      }
      Pause.shortly();
      tasks.owned().use(own);
      return own.push(new RacedNode());
    }

    @Actor
    public void offer(LL_Result r) {
      r.r1 = submit();
    }

    @Actor
    public void close(LL_Result r) {
      r.r2 = closeAndDrain();
    }
  }
}
