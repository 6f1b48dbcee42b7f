package dev.gauntlet.stress;

import dev.gauntlet.stress.control.LostWakeUpExecutor;
import java.util.concurrent.ExecutorService;
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
 * The only worker going to sleep against {@code submit}: it is woken. A worker of the bounded
 * virtual threads ends instead of sleeping, and is replaced.
 */
@Description("Two submissions to one worker that has just run out of work.")
@Ref("SPEC.md#N5")
@Ref("SPEC.md#L30")
@Outcome(id = "answer, answer", expect = Expect.ACCEPTABLE, desc = "Both tasks ran.")
@Outcome(expect = Expect.FORBIDDEN, desc = "A task was not run.")
public class ParkVsSubmitRace {

  abstract static class Body {
    private final ExecutorService executor;
    private final Patience patience;

    Body(ExecutorService executor, Patience patience) {
      this.executor = executor;
      this.patience = patience;
    }

    /** Comes now and then when the worker has parked. */
    final String ask() {
      Linger.untilParked();
      return patience.await(() -> executor.submit(() -> "answer").get());
    }
  }

  @JCStressTest
  @JCStressMeta(ParkVsSubmitRace.class)
  @State
  public static class Locking extends Body {
    private static final ExecutorService EXECUTOR = Subjects.withOneWorker(Subjects.LOCKING);

    public Locking() {
      super(EXECUTOR, Patience.LONG);
    }

    @Actor
    public void ask(LL_Result r) {
      r.r1 = ask();
    }

    @Actor
    public void askToo(LL_Result r) {
      r.r2 = ask();
    }
  }

  @JCStressTest
  @JCStressMeta(ParkVsSubmitRace.class)
  @State
  public static class LockFree extends Body {
    private static final ExecutorService EXECUTOR = Subjects.withOneWorker(Subjects.LOCK_FREE);

    public LockFree() {
      super(EXECUTOR, Patience.LONG);
    }

    @Actor
    public void ask(LL_Result r) {
      r.r1 = ask();
    }

    @Actor
    public void askToo(LL_Result r) {
      r.r2 = ask();
    }
  }

  @JCStressTest
  @JCStressMeta(ParkVsSubmitRace.class)
  @State
  public static class LockFreeOfTwo extends Body {
    private static final ExecutorService EXECUTOR = Subjects.withWorkers(Subjects.LOCK_FREE, 2);

    public LockFreeOfTwo() {
      super(EXECUTOR, Patience.LONG);
    }

    @Actor
    public void ask(LL_Result r) {
      r.r1 = ask();
    }

    @Actor
    public void askToo(LL_Result r) {
      r.r2 = ask();
    }
  }

  @JCStressTest
  @JCStressMeta(ParkVsSubmitRace.class)
  @State
  public static class BoundedVirtualThreads extends Body {
    private static final ExecutorService EXECUTOR =
        Subjects.withOneWorker(Subjects.BOUNDED_VIRTUAL_THREADS);

    public BoundedVirtualThreads() {
      super(EXECUTOR, Patience.LONG);
    }

    @Actor
    public void ask(LL_Result r) {
      r.r1 = ask();
    }

    @Actor
    public void askToo(LL_Result r) {
      r.r2 = ask();
    }
  }

  /** The worker may sleep through a submission. */
  @JCStressTest
  @JCStressMeta(ParkVsSubmitRace.class)
  @Outcome(
      id = {"late, answer", "answer, late", "late, late"},
      expect = Expect.ACCEPTABLE_INTERESTING,
      desc = "The worker sleeps beside a queued task.")
  @State
  public static class LostWakeUpControl extends Body {
    private static final ExecutorService EXECUTOR = new LostWakeUpExecutor();

    public LostWakeUpControl() {
      super(EXECUTOR, Patience.SHORT);
    }

    @Actor
    public void ask(LL_Result r) {
      r.r1 = ask();
    }

    @Actor
    public void askToo(LL_Result r) {
      r.r2 = ask();
    }
  }
}
