package dev.gauntlet.stress;

import dev.gauntlet.spi.PromiseFactory;
import dev.gauntlet.stress.control.SwallowedInterruptFuture;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Ref;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/** An interrupt of a waiting {@code get} that is followed by {@code trySucceed}: it is not lost. */
@Description("An interrupt meets a waiting thread just before the outcome does.")
@Ref("SPEC.md#R11")
@Outcome(
    id = "interrupted",
    expect = Expect.ACCEPTABLE,
    desc = "The wait ended with the interrupt.")
@Outcome(
    id = "value, flag set",
    expect = Expect.ACCEPTABLE,
    desc = "The outcome came first, and the flag stayed.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The interrupt is gone.")
public class InterruptVsSettleRace {

  abstract static class Body extends PromiseRace {
    private volatile @Nullable Thread waiting;
    private volatile boolean sent;

    Body(PromiseFactory promises, Patience patience) {
      super(promises, patience);
    }

    final String await() {
      waiting = Thread.currentThread();
      String seen = Patience.LONG.await(future::get, "interrupted");
      if (!seen.equals(VALUE)) {
        return seen;
      }
      if (!Patience.LONG.spinUntil(() -> sent)) {
        return Patience.LATE;
      }
      return VALUE + (Thread.interrupted() ? ", flag set" : ", flag lost");
    }

    @SuppressWarnings("Interruption") // this is what is raced
    final void interruptAndSettle() {
      Patience.LONG.spinUntil(() -> waiting != null);
      Thread target = waiting;
      if (target != null) {
        target.interrupt();
      }
      sent = true;
      promise.trySucceed(VALUE);
    }
  }

  @JCStressTest
  @JCStressMeta(InterruptVsSettleRace.class)
  @State
  public static class Locking extends Body {
    public Locking() {
      super(Subjects.promises(Subjects.LOCKING), Patience.LONG);
    }

    @Actor
    public void await(L_Result r) {
      r.r1 = await();
    }

    @Actor
    public void interrupt() {
      interruptAndSettle();
    }
  }

  @JCStressTest
  @JCStressMeta(InterruptVsSettleRace.class)
  @State
  public static class LockFree extends Body {
    public LockFree() {
      super(Subjects.promises(Subjects.LOCK_FREE), Patience.LONG);
    }

    @Actor
    public void await(L_Result r) {
      r.r1 = await();
    }

    @Actor
    public void interrupt() {
      interruptAndSettle();
    }
  }

  @JCStressTest
  @JCStressMeta(InterruptVsSettleRace.class)
  @State
  public static class LockFreeTask extends Body {
    public LockFreeTask() {
      super(Subjects.LOCK_FREE_TASK, Patience.LONG);
    }

    @Actor
    public void await(L_Result r) {
      r.r1 = await();
    }

    @Actor
    public void interrupt() {
      interruptAndSettle();
    }
  }

  @JCStressTest
  @JCStressMeta(InterruptVsSettleRace.class)
  @State
  public static class LockingTask extends Body {
    public LockingTask() {
      super(Subjects.LOCKING_TASK, Patience.LONG);
    }

    @Actor
    public void await(L_Result r) {
      r.r1 = await();
    }

    @Actor
    public void interrupt() {
      interruptAndSettle();
    }
  }

  @JCStressTest
  @JCStressMeta(InterruptVsSettleRace.class)
  @State
  public static class VirtualThreadsTask extends Body {
    public VirtualThreadsTask() {
      super(Subjects.VIRTUAL_THREADS_TASK, Patience.LONG);
    }

    @Actor
    public void await(L_Result r) {
      r.r1 = await();
    }

    @Actor
    public void interrupt() {
      interruptAndSettle();
    }
  }

  @JCStressTest
  @JCStressMeta(InterruptVsSettleRace.class)
  @State
  public static class VirtualThreads extends Body {
    public VirtualThreads() {
      super(Subjects.promises(Subjects.VIRTUAL_THREADS), Patience.LONG);
    }

    @Actor
    public void await(L_Result r) {
      r.r1 = await();
    }

    @Actor
    public void interrupt() {
      interruptAndSettle();
    }
  }

  /** The interrupt may be swallowed. */
  @JCStressTest
  @JCStressMeta(InterruptVsSettleRace.class)
  @Outcome(
      id = "value, flag lost",
      expect = Expect.ACCEPTABLE_INTERESTING,
      desc = "The interrupt is gone.")
  @State
  public static class SwallowedInterruptControl extends Body {
    public SwallowedInterruptControl() {
      super(SwallowedInterruptFuture::new, Patience.SHORT);
    }

    @Actor
    public void await(L_Result r) {
      r.r1 = await();
    }

    @Actor
    public void interrupt() {
      interruptAndSettle();
    }
  }
}
