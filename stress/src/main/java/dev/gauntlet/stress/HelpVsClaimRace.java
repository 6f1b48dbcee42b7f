package dev.gauntlet.stress;

import dev.gauntlet.stress.control.UnhelpfulExecutor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Ref;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;

/**
 * Two bodies that join a task of their own, on two workers: the joined task is run by whoever waits
 * for it or by a worker that is free, once.
 */
@Description("Two bodies on two workers, each joining a task that it has submitted.")
@Ref("SPEC.md#N2")
@Outcome(id = "joined, joined, 2", expect = Expect.ACCEPTABLE, desc = "Each task ran once.")
@Outcome(expect = Expect.FORBIDDEN, desc = "A body waits for ever, or a task ran twice.")
public class HelpVsClaimRace {

  abstract static class Body {
    private final ExecutorService executor;
    private final Patience patience;
    private final AtomicInteger runs = new AtomicInteger();

    Body(ExecutorService executor, Patience patience) {
      this.executor = executor;
      this.patience = patience;
    }

    final String submitAndJoin() {
      return patience.await(() -> executor.submit(this::join).get());
    }

    private String join() throws Exception {
      executor.submit(runs::incrementAndGet).get();
      return "joined";
    }

    final int runs() {
      return runs.get();
    }

    void closed() {}

    final void stop() {
      executor.shutdownNow();
    }
  }

  @JCStressTest
  @JCStressMeta(HelpVsClaimRace.class)
  @State
  public static class Locking extends Body {
    private static final ExecutorService EXECUTOR = Subjects.withWorkers(Subjects.LOCKING, 2);

    public Locking() {
      super(EXECUTOR, Patience.LONG);
    }

    @Actor
    public void join(LLL_Result r) {
      r.r1 = submitAndJoin();
    }

    @Actor
    public void joinToo(LLL_Result r) {
      r.r2 = submitAndJoin();
    }

    @Arbiter
    public void observe(LLL_Result r) {
      r.r3 = runs();
      closed();
    }
  }

  @JCStressTest
  @JCStressMeta(HelpVsClaimRace.class)
  @State
  public static class LockFree extends Body {
    private static final ExecutorService EXECUTOR = Subjects.withWorkers(Subjects.LOCK_FREE, 2);

    public LockFree() {
      super(EXECUTOR, Patience.LONG);
    }

    @Actor
    public void join(LLL_Result r) {
      r.r1 = submitAndJoin();
    }

    @Actor
    public void joinToo(LLL_Result r) {
      r.r2 = submitAndJoin();
    }

    @Arbiter
    public void observe(LLL_Result r) {
      r.r3 = runs();
      closed();
    }
  }

  @JCStressTest
  @JCStressMeta(HelpVsClaimRace.class)
  @State
  public static class VirtualThreads extends Body {
    private static final ExecutorService EXECUTOR =
        Subjects.withWorkers(Subjects.VIRTUAL_THREADS, 2);

    public VirtualThreads() {
      super(EXECUTOR, Patience.LONG);
    }

    @Actor
    public void join(LLL_Result r) {
      r.r1 = submitAndJoin();
    }

    @Actor
    public void joinToo(LLL_Result r) {
      r.r2 = submitAndJoin();
    }

    @Arbiter
    public void observe(LLL_Result r) {
      r.r3 = runs();
      closed();
    }
  }

  @JCStressTest
  @JCStressMeta(HelpVsClaimRace.class)
  @State
  public static class BoundedVirtualThreads extends Body {
    private static final ExecutorService EXECUTOR =
        Subjects.withWorkers(Subjects.BOUNDED_VIRTUAL_THREADS, 2);

    public BoundedVirtualThreads() {
      super(EXECUTOR, Patience.LONG);
    }

    @Actor
    public void join(LLL_Result r) {
      r.r1 = submitAndJoin();
    }

    @Actor
    public void joinToo(LLL_Result r) {
      r.r2 = submitAndJoin();
    }

    @Arbiter
    public void observe(LLL_Result r) {
      r.r3 = runs();
      closed();
    }
  }

  /** Nobody runs the tasks that both workers wait for. */
  @JCStressTest
  @JCStressMeta(HelpVsClaimRace.class)
  @Outcome(
      id = "late, late, 0",
      expect = Expect.ACCEPTABLE_INTERESTING,
      desc = "Both workers wait for ever.")
  @State
  public static class UnhelpfulControl extends Body {
    @Override
    void closed() {
      stop();
    }

    public UnhelpfulControl() {
      super(new UnhelpfulExecutor(2), Patience.SHORT);
    }

    @Actor
    public void join(LLL_Result r) {
      r.r1 = submitAndJoin();
    }

    @Actor
    public void joinToo(LLL_Result r) {
      r.r2 = submitAndJoin();
    }

    @Arbiter
    public void observe(LLL_Result r) {
      r.r3 = runs();
      closed();
    }
  }
}
