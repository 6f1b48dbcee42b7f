package dev.gauntlet.stress;

import dev.gauntlet.stress.control.LostWorkerExecutor;
import java.util.concurrent.ExecutorService;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Ref;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/** A worker that dies of an executed Runnable against {@code submit}: it is replaced. */
@Description("A submission meets the death of the only worker.")
@Ref("SPEC.md#L20")
@Ref("SPEC.md#L30")
@Outcome(id = "answer", expect = Expect.ACCEPTABLE, desc = "The task ran.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The task was not run.")
public class WorkerExitVsSubmitRace {
  private static final class Poison extends RuntimeException {
    private static final long serialVersionUID = 1;

    Poison() {
      super(null, null, false, false);
    }
  }

  abstract static class Body {
    static {
      Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
        if (!(failure instanceof Poison)) {
          failure.printStackTrace();
        }
      });
    }

    private final ExecutorService executor;
    private final Patience patience;

    Body(ExecutorService executor, Patience patience) {
      this.executor = executor;
      this.patience = patience;
    }

    final void kill() {
      executor.execute(() -> {
        throw new Poison();
      });
    }

    final String ask() {
      return patience.await(() -> executor.submit(() -> "answer").get());
    }
  }

  @JCStressTest
  @JCStressMeta(WorkerExitVsSubmitRace.class)
  @State
  public static class Locking extends Body {
    private static final ExecutorService EXECUTOR = Subjects.withOneWorker(Subjects.LOCKING);

    public Locking() {
      super(EXECUTOR, Patience.LONG);
    }

    @Actor
    public void die() {
      kill();
    }

    @Actor
    public void ask(L_Result r) {
      r.r1 = ask();
    }
  }

  @JCStressTest
  @JCStressMeta(WorkerExitVsSubmitRace.class)
  @State
  public static class LockFree extends Body {
    private static final ExecutorService EXECUTOR = Subjects.withOneWorker(Subjects.LOCK_FREE);

    public LockFree() {
      super(EXECUTOR, Patience.LONG);
    }

    @Actor
    public void die() {
      kill();
    }

    @Actor
    public void ask(L_Result r) {
      r.r1 = ask();
    }
  }

  @JCStressTest
  @JCStressMeta(WorkerExitVsSubmitRace.class)
  @State
  public static class LockFreeOfTwo extends Body {
    private static final ExecutorService EXECUTOR = Subjects.withWorkers(Subjects.LOCK_FREE, 2);

    public LockFreeOfTwo() {
      super(EXECUTOR, Patience.LONG);
    }

    @Actor
    public void die() {
      kill();
    }

    @Actor
    public void ask(L_Result r) {
      r.r1 = ask();
    }
  }

  @JCStressTest
  @JCStressMeta(WorkerExitVsSubmitRace.class)
  @State
  public static class BoundedVirtualThreads extends Body {
    private static final ExecutorService EXECUTOR =
        Subjects.withOneWorker(Subjects.BOUNDED_VIRTUAL_THREADS);

    public BoundedVirtualThreads() {
      super(EXECUTOR, Patience.LONG);
    }

    @Actor
    public void die() {
      kill();
    }

    @Actor
    public void ask(L_Result r) {
      r.r1 = ask();
    }
  }

  /** The task may be left to a worker that is dead. */
  @JCStressTest
  @JCStressMeta(WorkerExitVsSubmitRace.class)
  @Outcome(
      id = "late",
      expect = Expect.ACCEPTABLE_INTERESTING,
      desc = "Nobody replaces the worker.")
  @State
  public static class LostWorkerControl extends Body {
    public LostWorkerControl() {
      super(new LostWorkerExecutor(), Patience.SHORT);
    }

    @Actor
    public void die() {
      kill();
    }

    @Actor
    public void ask(L_Result r) {
      r.r1 = ask();
    }
  }
}
