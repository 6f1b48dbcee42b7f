package dev.gauntlet.stress;

import dev.gauntlet.stress.control.EarlyTerminationExecutor;
import java.util.concurrent.ExecutorService;
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

/** {@code awaitTermination} against the last task: it is over, and its plain writes are there. */
@Description("Waiting for termination while the last task runs.")
@Ref("SPEC.md#L12")
@Ref("SPEC.md#V7")
@Outcome(
    id = {"terminated, 0", "terminated, 1"},
    expect = Expect.ACCEPTABLE,
    desc = "Terminated after the last task.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Terminated before the end of the last task, or never.")
public class AwaitTerminationVsLastTaskRace {

  abstract static class Body {
    private final ExecutorService executor;
    int written;

    Body(ExecutorService executor) {
      this.executor = executor;
    }

    final void submitAndShutdown() {
      executor.execute(() -> {
        Thread.onSpinWait();
        written = 1;
      });
      executor.shutdown();
    }

    final String awaitTermination() {
      String termination =
          Patience.LONG.await(() -> executor.awaitTermination(10, TimeUnit.SECONDS));
      if (!termination.equals("true")) {
        return "no termination";
      }
      return written == 1 ? "terminated" : "terminated too early";
    }
  }

  @JCStressTest
  @JCStressMeta(AwaitTerminationVsLastTaskRace.class)
  @State
  public static class Locking extends Body {
    public Locking() {
      super(Subjects.withOneWorker(Subjects.LOCKING));
    }

    @Actor
    public void work() {
      submitAndShutdown();
    }

    @Actor
    public void await(LL_Result r) {
      int before = written;
      r.r1 = awaitTermination();
      r.r2 = before;
    }
  }

  @JCStressTest
  @JCStressMeta(AwaitTerminationVsLastTaskRace.class)
  @State
  public static class LockFree extends Body {
    public LockFree() {
      super(Subjects.withOneWorker(Subjects.LOCK_FREE));
    }

    @Actor
    public void work() {
      submitAndShutdown();
    }

    @Actor
    public void await(LL_Result r) {
      int before = written;
      r.r1 = awaitTermination();
      r.r2 = before;
    }
  }

  @JCStressTest
  @JCStressMeta(AwaitTerminationVsLastTaskRace.class)
  @State
  public static class LockFreeOfTwo extends Body {
    public LockFreeOfTwo() {
      super(Subjects.withWorkers(Subjects.LOCK_FREE, 2));
    }

    @Actor
    public void work() {
      submitAndShutdown();
    }

    @Actor
    public void await(LL_Result r) {
      int before = written;
      r.r1 = awaitTermination();
      r.r2 = before;
    }
  }

  @JCStressTest
  @JCStressMeta(AwaitTerminationVsLastTaskRace.class)
  @State
  public static class VirtualThreads extends Body {
    public VirtualThreads() {
      super(Subjects.withOneWorker(Subjects.VIRTUAL_THREADS));
    }

    @Actor
    public void work() {
      submitAndShutdown();
    }

    @Actor
    public void await(LL_Result r) {
      int before = written;
      r.r1 = awaitTermination();
      r.r2 = before;
    }
  }

  @JCStressTest
  @JCStressMeta(AwaitTerminationVsLastTaskRace.class)
  @State
  public static class BoundedVirtualThreads extends Body {
    public BoundedVirtualThreads() {
      super(Subjects.withOneWorker(Subjects.BOUNDED_VIRTUAL_THREADS));
    }

    @Actor
    public void work() {
      submitAndShutdown();
    }

    @Actor
    public void await(LL_Result r) {
      int before = written;
      r.r1 = awaitTermination();
      r.r2 = before;
    }
  }

  /** It may call itself terminated while a task runs. */
  @JCStressTest
  @JCStressMeta(AwaitTerminationVsLastTaskRace.class)
  @Outcome(
      id = {"terminated too early, 0", "terminated too early, 1"},
      expect = Expect.ACCEPTABLE_INTERESTING,
      desc = "The last task was still running.")
  @State
  public static class EarlyTerminationControl extends Body {
    public EarlyTerminationControl() {
      super(new EarlyTerminationExecutor());
    }

    @Actor
    public void work() {
      submitAndShutdown();
    }

    @Actor
    public void await(LL_Result r) {
      int before = written;
      r.r1 = awaitTermination();
      r.r2 = before;
    }
  }
}
