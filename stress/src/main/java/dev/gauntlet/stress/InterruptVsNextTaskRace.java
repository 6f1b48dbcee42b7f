package dev.gauntlet.stress;

import dev.gauntlet.stress.control.LateInterruptExecutor;
import dev.gauntlet.stress.control.Pause;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
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

/** {@code cancel(true)} against the end of its task: the interrupt does not reach the next one. */
@Description(
    "A task is cancelled with an interrupt while it ends; another one follows on the same worker.")
@Ref("SPEC.md#C8")
@Ref("SPEC.md#I2")
@Outcome(
    id = "clean",
    expect = Expect.ACCEPTABLE,
    desc = "The next task started without an interrupt.")
@Outcome(
    expect = Expect.FORBIDDEN,
    desc = "The interrupt reached the next task, or that did not run.")
public class InterruptVsNextTaskRace {

  abstract static class Body {
    private final ExecutorService executor;
    private final Patience patience;

    Body(ExecutorService executor, Patience patience) {
      this.executor = executor;
      this.patience = patience;
    }

    private static final int LOOKS = 5;
    private volatile @Nullable Future<?> first;
    private volatile boolean running;

    final String runTwo() {
      first = executor.submit(this::endSoon);
      return patience.await(executor.submit(Body::look)::get);
    }

    private int endSoon() {
      running = true;
      return Pause.shortly();
    }

    /** Looks for a while: the stray interrupt may still be on its way. */
    private static String look() {
      for (int i = 0; i < LOOKS; i++) {
        if (Thread.interrupted()) {
          return "interrupted";
        }
        Pause.shortly();
      }
      return "clean";
    }

    final void cancelFirst() {
      patience.spinUntil(() -> first != null && running);
      Future<?> target = first;
      if (target != null) {
        target.cancel(true);
      }
    }
  }

  @JCStressTest
  @JCStressMeta(InterruptVsNextTaskRace.class)
  @State
  public static class Locking extends Body {
    private static final ExecutorService EXECUTOR = Subjects.withOneWorker(Subjects.LOCKING);

    public Locking() {
      super(EXECUTOR, Patience.LONG);
    }

    @Actor
    public void runTwo(L_Result r) {
      r.r1 = runTwo();
    }

    @Actor
    public void cancel() {
      cancelFirst();
    }
  }

  @JCStressTest
  @JCStressMeta(InterruptVsNextTaskRace.class)
  @State
  public static class LockFree extends Body {
    private static final ExecutorService EXECUTOR = Subjects.withOneWorker(Subjects.LOCK_FREE);

    public LockFree() {
      super(EXECUTOR, Patience.LONG);
    }

    @Actor
    public void runTwo(L_Result r) {
      r.r1 = runTwo();
    }

    @Actor
    public void cancel() {
      cancelFirst();
    }
  }

  @JCStressTest
  @JCStressMeta(InterruptVsNextTaskRace.class)
  @State
  public static class LockFreeOfTwo extends Body {
    private static final ExecutorService EXECUTOR = Subjects.withWorkers(Subjects.LOCK_FREE, 2);

    public LockFreeOfTwo() {
      super(EXECUTOR, Patience.LONG);
    }

    @Actor
    public void runTwo(L_Result r) {
      r.r1 = runTwo();
    }

    @Actor
    public void cancel() {
      cancelFirst();
    }
  }

  @JCStressTest
  @JCStressMeta(InterruptVsNextTaskRace.class)
  @State
  public static class BoundedVirtualThreads extends Body {
    private static final ExecutorService EXECUTOR =
        Subjects.withOneWorker(Subjects.BOUNDED_VIRTUAL_THREADS);

    public BoundedVirtualThreads() {
      super(EXECUTOR, Patience.LONG);
    }

    @Actor
    public void runTwo(L_Result r) {
      r.r1 = runTwo();
    }

    @Actor
    public void cancel() {
      cancelFirst();
    }
  }

  /** The interrupt may come too late. */
  @JCStressTest
  @JCStressMeta(InterruptVsNextTaskRace.class)
  @Outcome(
      id = "interrupted",
      expect = Expect.ACCEPTABLE_INTERESTING,
      desc = "The interrupt reached the next task.")
  @State
  public static class LateInterruptControl extends Body {
    private static final ExecutorService EXECUTOR = new LateInterruptExecutor();

    public LateInterruptControl() {
      super(EXECUTOR, Patience.LONG);
    }

    @Actor
    public void runTwo(L_Result r) {
      r.r1 = runTwo();
    }

    @Actor
    public void cancel() {
      cancelFirst();
    }
  }
}
