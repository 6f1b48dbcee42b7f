package dev.gauntlet.stress;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
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
 * {@code submit} to a bounded queue against {@code cancel} of a queued task: its place is free
 * again.
 */
@Description("Two threads submit and cancel; the queue has a place for each of them.")
@Ref("SPEC.md#C17")
@Ref("SPEC.md#L29")
@Outcome(id = "fit, fit", expect = Expect.ACCEPTABLE, desc = "No submission was rejected.")
@Outcome(expect = Expect.FORBIDDEN, desc = "A cancelled task kept its place.")
public class QueueSlotVsCancelRace {

  abstract static class Body {
    private static final int ROUNDS = 3;
    private final ExecutorService executor;

    Body(ExecutorService executor) {
      this.executor = executor;
    }

    /** Keeps the only worker busy for ever, so that tasks stay in the queue. */
    static ExecutorService occupied(ExecutorService executor) {
      var started = new CountDownLatch(1);
      executor.execute(() -> {
        started.countDown();
        LockSupport.park();
      });
      if (!Patience.LONG.await(() -> started.await(10, TimeUnit.SECONDS)).equals("true")) {
        throw new IllegalStateException("the worker has not started");
      }
      return executor;
    }

    final String submitAndCancel() {
      try {
        for (int i = 0; i < ROUNDS; i++) {
          executor.submit(() -> {}).cancel(false);
        }
        return "fit";
      } catch (RejectedExecutionException e) {
        return "rejected";
      }
    }
  }

  @JCStressTest
  @JCStressMeta(QueueSlotVsCancelRace.class)
  @State
  public static class Locking extends Body {
    private static final ExecutorService EXECUTOR =
        occupied(Subjects.withQueue(Subjects.LOCKING, 2));

    public Locking() {
      super(EXECUTOR);
    }

    @Actor
    public void submit(LL_Result r) {
      r.r1 = submitAndCancel();
    }

    @Actor
    public void submitToo(LL_Result r) {
      r.r2 = submitAndCancel();
    }
  }

  @JCStressTest
  @JCStressMeta(QueueSlotVsCancelRace.class)
  @State
  public static class LockFree extends Body {
    private static final ExecutorService EXECUTOR =
        occupied(Subjects.withQueue(Subjects.LOCK_FREE, 2));

    public LockFree() {
      super(EXECUTOR);
    }

    @Actor
    public void submit(LL_Result r) {
      r.r1 = submitAndCancel();
    }

    @Actor
    public void submitToo(LL_Result r) {
      r.r2 = submitAndCancel();
    }
  }

  @JCStressTest
  @JCStressMeta(QueueSlotVsCancelRace.class)
  @State
  public static class BoundedVirtualThreads extends Body {
    private static final ExecutorService EXECUTOR =
        occupied(Subjects.withQueue(Subjects.BOUNDED_VIRTUAL_THREADS, 2));

    public BoundedVirtualThreads() {
      super(EXECUTOR);
    }

    @Actor
    public void submit(LL_Result r) {
      r.r1 = submitAndCancel();
    }

    @Actor
    public void submitToo(LL_Result r) {
      r.r2 = submitAndCancel();
    }
  }

  /** The JDK's ThreadPoolExecutor, where a cancelled task stays in the queue. */
  @JCStressTest
  @JCStressMeta(QueueSlotVsCancelRace.class)
  @Outcome(
      id = {"rejected, rejected", "fit, rejected", "rejected, fit"},
      expect = Expect.ACCEPTABLE_INTERESTING,
      desc = "A cancelled task keeps its place.")
  @State
  public static class ThreadPoolControl extends Body {
    private static final ExecutorService EXECUTOR =
        occupied(
            new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(2),
                Thread.ofPlatform().daemon().factory()));

    public ThreadPoolControl() {
      super(EXECUTOR);
    }

    @Actor
    public void submit(LL_Result r) {
      r.r1 = submitAndCancel();
    }

    @Actor
    public void submitToo(LL_Result r) {
      r.r2 = submitAndCancel();
    }
  }
}
