package dev.gauntlet.stress;

import dev.gauntlet.spi.PromiseFactory;
import dev.gauntlet.stress.control.PopAndPushBackFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

/** {@code trySucceed} against a {@code get} at the end of its time: who leaves harms nobody. */
@Description("Settling while a waiting thread leaves: the other waiter is told.")
@Ref("SPEC.md#R12")
@Outcome(
    id = "value, settled, told once",
    expect = Expect.ACCEPTABLE,
    desc = "The value came in time.")
@Outcome(
    id = "timeout, settled, told once",
    expect = Expect.ACCEPTABLE,
    desc = "The value came too late.")
@Outcome(
    expect = Expect.FORBIDDEN,
    desc = "The waiter that stayed was forgotten or told twice, or the wait ended oddly.")
public class SettleVsTimedAwaitRace {

  abstract static class Body extends PromiseRace {
    private static final long NANOS = 300;
    final Tally other = new Tally();

    Body(PromiseFactory promises, Patience patience) {
      super(promises, patience);
      addWaiter(other);
    }

    final String awaitShortly() {
      return patience.await(() -> {
        try {
          return future.get(NANOS, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
          return "timeout";
        }
      });
    }
  }

  @JCStressTest
  @JCStressMeta(SettleVsTimedAwaitRace.class)
  @State
  public static class Locking extends Body {
    public Locking() {
      super(Subjects.promises(Subjects.LOCKING), Patience.LONG);
    }

    @Actor
    public void await(LLL_Result r) {
      meet();
      r.r1 = awaitShortly();
    }

    @Actor
    public void settle(LLL_Result r) {
      meetAndLinger();
      r.r2 = trySettle();
    }

    @Arbiter
    public void observe(LLL_Result r) {
      r.r3 = other.toString();
    }
  }

  @JCStressTest
  @JCStressMeta(SettleVsTimedAwaitRace.class)
  @State
  public static class LockFree extends Body {
    public LockFree() {
      super(Subjects.promises(Subjects.LOCK_FREE), Patience.LONG);
    }

    @Actor
    public void await(LLL_Result r) {
      meet();
      r.r1 = awaitShortly();
    }

    @Actor
    public void settle(LLL_Result r) {
      meetAndLinger();
      r.r2 = trySettle();
    }

    @Arbiter
    public void observe(LLL_Result r) {
      r.r3 = other.toString();
    }
  }

  @JCStressTest
  @JCStressMeta(SettleVsTimedAwaitRace.class)
  @State
  public static class LockFreeTask extends Body {
    public LockFreeTask() {
      super(Subjects.LOCK_FREE_TASK, Patience.LONG);
    }

    @Actor
    public void await(LLL_Result r) {
      meet();
      r.r1 = awaitShortly();
    }

    @Actor
    public void settle(LLL_Result r) {
      meetAndLinger();
      r.r2 = trySettle();
    }

    @Arbiter
    public void observe(LLL_Result r) {
      r.r3 = other.toString();
    }
  }

  @JCStressTest
  @JCStressMeta(SettleVsTimedAwaitRace.class)
  @State
  public static class LockingTask extends Body {
    public LockingTask() {
      super(Subjects.LOCKING_TASK, Patience.LONG);
    }

    @Actor
    public void await(LLL_Result r) {
      meet();
      r.r1 = awaitShortly();
    }

    @Actor
    public void settle(LLL_Result r) {
      meetAndLinger();
      r.r2 = trySettle();
    }

    @Arbiter
    public void observe(LLL_Result r) {
      r.r3 = other.toString();
    }
  }

  @JCStressTest
  @JCStressMeta(SettleVsTimedAwaitRace.class)
  @State
  public static class VirtualThreadsTask extends Body {
    public VirtualThreadsTask() {
      super(Subjects.VIRTUAL_THREADS_TASK, Patience.LONG);
    }

    @Actor
    public void await(LLL_Result r) {
      meet();
      r.r1 = awaitShortly();
    }

    @Actor
    public void settle(LLL_Result r) {
      meetAndLinger();
      r.r2 = trySettle();
    }

    @Arbiter
    public void observe(LLL_Result r) {
      r.r3 = other.toString();
    }
  }

  @JCStressTest
  @JCStressMeta(SettleVsTimedAwaitRace.class)
  @State
  public static class VirtualThreads extends Body {
    public VirtualThreads() {
      super(Subjects.promises(Subjects.VIRTUAL_THREADS), Patience.LONG);
    }

    @Actor
    public void await(LLL_Result r) {
      meet();
      r.r1 = awaitShortly();
    }

    @Actor
    public void settle(LLL_Result r) {
      meetAndLinger();
      r.r2 = trySettle();
    }

    @Arbiter
    public void observe(LLL_Result r) {
      r.r3 = other.toString();
    }
  }

  /** A waiter may be forgotten while another leaves. */
  @JCStressTest
  @JCStressMeta(SettleVsTimedAwaitRace.class)
  @Outcome(
      id = "timeout, settled, never told",
      expect = Expect.ACCEPTABLE_INTERESTING,
      desc = "The waiter that stayed was forgotten.")
  @State
  public static class PopAndPushBackControl extends Body {
    public PopAndPushBackControl() {
      super(PopAndPushBackFuture::new, Patience.LONG);
    }

    @Actor
    public void await(LLL_Result r) {
      meet();
      r.r1 = awaitShortly();
    }

    @Actor
    public void settle(LLL_Result r) {
      meetAndLinger();
      r.r2 = trySettle();
    }

    @Arbiter
    public void observe(LLL_Result r) {
      r.r3 = other.toString();
    }
  }
}
