package dev.gauntlet.stress;

import dev.gauntlet.stress.control.DrainThenBreakExecutor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Ref;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** The break of a pool against {@code submit}: it throws, or its future becomes done. */
@Description("Two submissions to a pool whose initializer fails.")
@Ref("SPEC.md#B7")
@Ref("SPEC.md#B2")
@Outcome(
    id = {"failed, failed", "failed, rejected", "rejected, failed", "rejected, rejected"},
    expect = Expect.ACCEPTABLE,
    desc = "Each was rejected, or failed with the pool.")
@Outcome(expect = Expect.FORBIDDEN, desc = "A future never became done, or a body ran.")
public class InitializerFailureVsSubmitRace {

  abstract static class Body {
    private final ExecutorService executor;
    private final Patience patience;

    Body(ExecutorService executor, Patience patience) {
      this.executor = executor;
      this.patience = patience;
    }

    final String submit() {
      try {
        Future<?> future = executor.submit(() -> "ran");
        String outcome = patience.await(future::get);
        return outcome.endsWith("Exception") ? "failed" : outcome;
      } catch (RejectedExecutionException e) {
        return "rejected";
      }
    }
  }

  @JCStressTest
  @JCStressMeta(InitializerFailureVsSubmitRace.class)
  @State
  public static class Locking extends Body {
    public Locking() {
      super(Subjects.withFailingInitializer(Subjects.LOCKING), Patience.LONG);
    }

    @Actor
    public void submit(LL_Result r) {
      r.r1 = submit();
    }

    @Actor
    public void submitToo(LL_Result r) {
      r.r2 = submit();
    }
  }

  @JCStressTest
  @JCStressMeta(InitializerFailureVsSubmitRace.class)
  @State
  public static class LockFree extends Body {
    public LockFree() {
      super(Subjects.withFailingInitializer(Subjects.LOCK_FREE), Patience.LONG);
    }

    @Actor
    public void submit(LL_Result r) {
      r.r1 = submit();
    }

    @Actor
    public void submitToo(LL_Result r) {
      r.r2 = submit();
    }
  }

  @JCStressTest
  @JCStressMeta(InitializerFailureVsSubmitRace.class)
  @State
  public static class BoundedVirtualThreads extends Body {
    public BoundedVirtualThreads() {
      super(Subjects.withFailingInitializer(Subjects.BOUNDED_VIRTUAL_THREADS), Patience.LONG);
    }

    @Actor
    public void submit(LL_Result r) {
      r.r1 = submit();
    }

    @Actor
    public void submitToo(LL_Result r) {
      r.r2 = submit();
    }
  }

  /** A task may be let in between. */
  @JCStressTest
  @JCStressMeta(InitializerFailureVsSubmitRace.class)
  @Outcome(
      id = {"late, failed", "failed, late", "late, late", "late, rejected", "rejected, late"},
      expect = Expect.ACCEPTABLE_INTERESTING,
      desc = "A future that nobody will ever settle.")
  @State
  public static class DrainThenBreakControl extends Body {
    public DrainThenBreakControl() {
      super(new DrainThenBreakExecutor(), Patience.SHORT);
    }

    @Actor
    public void submit(LL_Result r) {
      r.r1 = submit();
    }

    @Actor
    public void submitToo(LL_Result r) {
      r.r2 = submit();
    }
  }
}
