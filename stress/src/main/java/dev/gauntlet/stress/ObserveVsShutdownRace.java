package dev.gauntlet.stress;

import dev.gauntlet.stress.control.EarlyNoticeExecutor;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
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
 * {@code isShutdown} and then {@code submit} against {@code shutdown}, while the worker is busy:
 * whoever has seen the shutdown is refused.
 */
@Description("A thread sees that the executor is shut down, and submits.")
@Ref("SPEC.md#L1")
@Outcome(id = "seen, refused", expect = Expect.ACCEPTABLE, desc = "No task after what was seen.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The shutdown was seen, and a task was accepted.")
public class ObserveVsShutdownRace {

  abstract static class Body {
    private final ExecutorService executor;
    private final CountDownLatch mayEnd = new CountDownLatch(1);

    Body(ExecutorService executor) {
      this.executor = executor;
    }

    final String observe() {
      return Patience.LONG.spinUntil(executor::isShutdown) ? "seen" : "never seen";
    }

    final String submit() {
      try {
        executor.submit(() -> {});
        return "accepted";
      } catch (RejectedExecutionException e) {
        return "refused";
      } finally {
        mayEnd.countDown();
      }
    }

    final void occupyAndShutDown() {
      executor.submit(() -> mayEnd.await(10, TimeUnit.SECONDS));
      executor.shutdown();
    }
  }

  @JCStressTest
  @JCStressMeta(ObserveVsShutdownRace.class)
  @State
  public static class Locking extends Body {
    public Locking() {
      super(Subjects.withOneWorker(Subjects.LOCKING));
    }

    @Actor
    public void observe(LL_Result r) {
      r.r1 = observe();
      r.r2 = submit();
    }

    @Actor
    public void shutdown(LL_Result r) {
      occupyAndShutDown();
    }
  }

  @JCStressTest
  @JCStressMeta(ObserveVsShutdownRace.class)
  @State
  public static class LockFree extends Body {
    public LockFree() {
      super(Subjects.withOneWorker(Subjects.LOCK_FREE));
    }

    @Actor
    public void observe(LL_Result r) {
      r.r1 = observe();
      r.r2 = submit();
    }

    @Actor
    public void shutdown(LL_Result r) {
      occupyAndShutDown();
    }
  }

  @JCStressTest
  @JCStressMeta(ObserveVsShutdownRace.class)
  @State
  public static class LockFreeOfTwo extends Body {
    public LockFreeOfTwo() {
      super(Subjects.withWorkers(Subjects.LOCK_FREE, 2));
    }

    @Actor
    public void observe(LL_Result r) {
      r.r1 = observe();
      r.r2 = submit();
    }

    @Actor
    public void shutdown(LL_Result r) {
      occupyAndShutDown();
    }
  }

  @JCStressTest
  @JCStressMeta(ObserveVsShutdownRace.class)
  @State
  public static class VirtualThreads extends Body {
    public VirtualThreads() {
      super(Subjects.withOneWorker(Subjects.VIRTUAL_THREADS));
    }

    @Actor
    public void observe(LL_Result r) {
      r.r1 = observe();
      r.r2 = submit();
    }

    @Actor
    public void shutdown(LL_Result r) {
      occupyAndShutDown();
    }
  }

  @JCStressTest
  @JCStressMeta(ObserveVsShutdownRace.class)
  @State
  public static class BoundedVirtualThreads extends Body {
    public BoundedVirtualThreads() {
      super(Subjects.withOneWorker(Subjects.BOUNDED_VIRTUAL_THREADS));
    }

    @Actor
    public void observe(LL_Result r) {
      r.r1 = observe();
      r.r2 = submit();
    }

    @Actor
    public void shutdown(LL_Result r) {
      occupyAndShutDown();
    }
  }

  /** The shutdown may show before the way in is closed. */
  @JCStressTest
  @JCStressMeta(ObserveVsShutdownRace.class)
  @Outcome(
      id = "seen, accepted",
      expect = Expect.ACCEPTABLE_INTERESTING,
      desc = "The shutdown shows before it is in force.")
  @State
  public static class EarlyNoticeControl extends Body {
    public EarlyNoticeControl() {
      super(new EarlyNoticeExecutor());
    }

    @Actor
    public void observe(LL_Result r) {
      r.r1 = observe();
      r.r2 = submit();
    }

    @Actor
    public void shutdown(LL_Result r) {
      occupyAndShutDown();
    }
  }
}
