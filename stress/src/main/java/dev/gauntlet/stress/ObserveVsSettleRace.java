package dev.gauntlet.stress;

import dev.gauntlet.TaskState;
import dev.gauntlet.spi.PromiseFactory;
import dev.gauntlet.stress.control.FlickeringFuture;
import java.util.concurrent.TimeUnit;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Ref;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * Looks at the state against {@code start} and {@code trySucceed}: it only moves forward, and where
 * it is done, the value is there.
 */
@Description("Looking at a future that starts and is settled: no look shows an earlier state.")
@Ref("SPEC.md#S1")
@Ref("SPEC.md#S6")
@Ref("SPEC.md#R5")
@Outcome(id = "forward, settled", expect = Expect.ACCEPTABLE, desc = "No look showed a way back.")
@Outcome(
    expect = Expect.FORBIDDEN,
    desc = "A look showed a state that had been left, or a done future had no value.")
public class ObserveVsSettleRace {

  abstract static class Body extends PromiseRace {
    private static final int LOOKS = 64;

    Body(PromiseFactory promises, Patience patience) {
      super(promises, patience);
    }

    final String observe() {
      TaskState last = TaskState.PENDING;
      for (int i = 0; i < LOOKS; i++) {
        TaskState seen = future.taskState();
        if (rank(seen) < rank(last) || (last.isDone() && seen != last)) {
          return last + " then " + seen;
        }
        last = seen;
      }
      return last.isDone() ? delivered() : "forward";
    }

    private String delivered() {
      try {
        return future.isDone() && VALUE.equals(future.get(0, TimeUnit.NANOSECONDS))
            ? "forward"
            : "done without the value";
      } catch (Exception failure) {
        return "done, with " + failure;
      }
    }

    private static int rank(TaskState state) {
      return state.isDone() ? 2 : state == TaskState.RUNNING ? 1 : 0;
    }

    final String startAndSettle() {
      return promise.start() ? trySettle() : "not started";
    }
  }

  @JCStressTest
  @JCStressMeta(ObserveVsSettleRace.class)
  @State
  public static class Locking extends Body {
    public Locking() {
      super(Subjects.promises(Subjects.LOCKING), Patience.LONG);
    }

    @Actor
    public void observe(LL_Result r) {
      meet();
      r.r1 = observe();
    }

    @Actor
    public void settle(LL_Result r) {
      meetAndLinger();
      r.r2 = startAndSettle();
    }
  }

  @JCStressTest
  @JCStressMeta(ObserveVsSettleRace.class)
  @State
  public static class LockFree extends Body {
    public LockFree() {
      super(Subjects.promises(Subjects.LOCK_FREE), Patience.LONG);
    }

    @Actor
    public void observe(LL_Result r) {
      meet();
      r.r1 = observe();
    }

    @Actor
    public void settle(LL_Result r) {
      meetAndLinger();
      r.r2 = startAndSettle();
    }
  }

  /** Whoever settles a task starts it as well. */
  @JCStressTest
  @JCStressMeta(ObserveVsSettleRace.class)
  @State
  public static class LockFreeTask extends Body {
    public LockFreeTask() {
      super(Subjects.LOCK_FREE_TASK, Patience.LONG);
    }

    @Actor
    public void observe(LL_Result r) {
      meet();
      r.r1 = observe();
    }

    @Actor
    public void settle(LL_Result r) {
      meetAndLinger();
      r.r2 = trySettle();
    }
  }

  /** Whoever settles a task starts it as well. */
  @JCStressTest
  @JCStressMeta(ObserveVsSettleRace.class)
  @State
  public static class LockingTask extends Body {
    public LockingTask() {
      super(Subjects.LOCKING_TASK, Patience.LONG);
    }

    @Actor
    public void observe(LL_Result r) {
      meet();
      r.r1 = observe();
    }

    @Actor
    public void settle(LL_Result r) {
      meetAndLinger();
      r.r2 = trySettle();
    }
  }

  /** Whoever settles a task starts it as well. */
  @JCStressTest
  @JCStressMeta(ObserveVsSettleRace.class)
  @State
  public static class VirtualThreadsTask extends Body {
    public VirtualThreadsTask() {
      super(Subjects.VIRTUAL_THREADS_TASK, Patience.LONG);
    }

    @Actor
    public void observe(LL_Result r) {
      meet();
      r.r1 = observe();
    }

    @Actor
    public void settle(LL_Result r) {
      meetAndLinger();
      r.r2 = trySettle();
    }
  }

  @JCStressTest
  @JCStressMeta(ObserveVsSettleRace.class)
  @State
  public static class VirtualThreads extends Body {
    public VirtualThreads() {
      super(Subjects.promises(Subjects.VIRTUAL_THREADS), Patience.LONG);
    }

    @Actor
    public void observe(LL_Result r) {
      meet();
      r.r1 = observe();
    }

    @Actor
    public void settle(LL_Result r) {
      meetAndLinger();
      r.r2 = startAndSettle();
    }
  }

  /** Each step is taken back once and repeated. */
  @JCStressTest
  @JCStressMeta(ObserveVsSettleRace.class)
  @Outcome(
      id = {"RUNNING then PENDING, settled", "SUCCEEDED then RUNNING, settled", "done.*, settled"},
      expect = Expect.ACCEPTABLE_INTERESTING,
      desc = "The state that was left has come back for a moment.")
  @State
  public static class FlickeringControl extends Body {
    public FlickeringControl() {
      super(FlickeringFuture::new, Patience.SHORT);
    }

    @Actor
    public void observe(LL_Result r) {
      meet();
      r.r1 = observe();
    }

    @Actor
    public void settle(LL_Result r) {
      meetAndLinger();
      r.r2 = startAndSettle();
    }
  }
}
