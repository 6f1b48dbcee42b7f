package dev.gauntlet.stress;

import dev.gauntlet.spi.PromiseFactory;
import dev.gauntlet.stress.control.CheckThenActFuture;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Ref;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** Two calls of {@code Promise.start}: one of them may run the body. */
@Description("Two starts: exactly one returns true, and the other is refused.")
@Ref("SPEC.md#S10")
@Outcome(
    id = {"started, refused", "refused, started"},
    expect = Expect.ACCEPTABLE,
    desc = "One of the two has started.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Both have started, or none has.")
public class StartVsStartRace {

  abstract static class Body extends PromiseRace {
    Body(PromiseFactory promises, Patience patience) {
      super(promises, patience);
    }

    final String start() {
      try {
        return promise.start() ? "started" : "done";
      } catch (IllegalStateException e) {
        return "refused";
      }
    }
  }

  @JCStressTest
  @JCStressMeta(StartVsStartRace.class)
  @State
  public static class Locking extends Body {
    public Locking() {
      super(Subjects.promises(Subjects.LOCKING), Patience.LONG);
    }

    @Actor
    public void start(LL_Result r) {
      r.r1 = start();
    }

    @Actor
    public void startToo(LL_Result r) {
      r.r2 = start();
    }
  }

  @JCStressTest
  @JCStressMeta(StartVsStartRace.class)
  @State
  public static class LockFree extends Body {
    public LockFree() {
      super(Subjects.promises(Subjects.LOCK_FREE), Patience.LONG);
    }

    @Actor
    public void start(LL_Result r) {
      r.r1 = start();
    }

    @Actor
    public void startToo(LL_Result r) {
      r.r2 = start();
    }
  }

  @JCStressTest
  @JCStressMeta(StartVsStartRace.class)
  @State
  public static class VirtualThreads extends Body {
    public VirtualThreads() {
      super(Subjects.promises(Subjects.VIRTUAL_THREADS), Patience.LONG);
    }

    @Actor
    public void start(LL_Result r) {
      r.r1 = start();
    }

    @Actor
    public void startToo(LL_Result r) {
      r.r2 = start();
    }
  }

  /** Both may start. */
  @JCStressTest
  @JCStressMeta(StartVsStartRace.class)
  @Outcome(
      id = "started, started",
      expect = Expect.ACCEPTABLE_INTERESTING,
      desc = "The body would run twice.")
  @State
  public static class CheckThenActControl extends Body {
    public CheckThenActControl() {
      super(CheckThenActFuture::new, Patience.SHORT);
    }

    @Actor
    public void start(LL_Result r) {
      r.r1 = start();
    }

    @Actor
    public void startToo(LL_Result r) {
      r.r2 = start();
    }
  }
}
