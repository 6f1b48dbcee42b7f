package dev.gauntlet.stress;

import dev.gauntlet.stress.control.Pause;
import dev.gauntlet.stress.control.UnhelpfulExecutor;
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

/** A plain counter that two bodies of the only worker increment: the later one sees the earlier. */
@Description("What a body did is seen by every later body of the only worker.")
@Ref("SPEC.md#V9")
@Outcome(
    id = {"1, 2", "2, 1"},
    expect = Expect.ACCEPTABLE,
    desc = "One after the other.")
@Outcome(expect = Expect.FORBIDDEN, desc = "An increment was lost, or a body did not run.")
public class SuccessionPublicationRace {

  abstract static class Body {
    private final ExecutorService executor;
    private final Patience patience;
    private int count;

    Body(ExecutorService executor, Patience patience) {
      this.executor = executor;
      this.patience = patience;
    }

    final String increment() {
      return patience.await(() -> executor.submit(this::incremented).get());
    }

    private int incremented() {
      int before = count;
      count = Pause.briefly() > 0 ? before + 1 : -1;
      return count;
    }
  }

  @JCStressTest
  @JCStressMeta(SuccessionPublicationRace.class)
  @State
  public static class Locking extends Body {
    private static final ExecutorService EXECUTOR = Subjects.withOneWorker(Subjects.LOCKING);

    public Locking() {
      super(EXECUTOR, Patience.LONG);
    }

    @Actor
    public void increment(LL_Result r) {
      r.r1 = increment();
    }

    @Actor
    public void incrementToo(LL_Result r) {
      r.r2 = increment();
    }
  }

  @JCStressTest
  @JCStressMeta(SuccessionPublicationRace.class)
  @State
  public static class LockFree extends Body {
    private static final ExecutorService EXECUTOR = Subjects.withOneWorker(Subjects.LOCK_FREE);

    public LockFree() {
      super(EXECUTOR, Patience.LONG);
    }

    @Actor
    public void increment(LL_Result r) {
      r.r1 = increment();
    }

    @Actor
    public void incrementToo(LL_Result r) {
      r.r2 = increment();
    }
  }

  @JCStressTest
  @JCStressMeta(SuccessionPublicationRace.class)
  @State
  public static class BoundedVirtualThreads extends Body {
    private static final ExecutorService EXECUTOR =
        Subjects.withOneWorker(Subjects.BOUNDED_VIRTUAL_THREADS);

    public BoundedVirtualThreads() {
      super(EXECUTOR, Patience.LONG);
    }

    @Actor
    public void increment(LL_Result r) {
      r.r1 = increment();
    }

    @Actor
    public void incrementToo(LL_Result r) {
      r.r2 = increment();
    }
  }

  /** The bodies may run side by side. */
  @JCStressTest
  @JCStressMeta(SuccessionPublicationRace.class)
  @Outcome(id = "1, 1", expect = Expect.ACCEPTABLE_INTERESTING, desc = "An increment was lost.")
  @State
  public static class TwoWorkersControl extends Body {
    private static final ExecutorService EXECUTOR = new UnhelpfulExecutor(2);

    public TwoWorkersControl() {
      super(EXECUTOR, Patience.LONG);
    }

    @Actor
    public void increment(LL_Result r) {
      r.r1 = increment();
    }

    @Actor
    public void incrementToo(LL_Result r) {
      r.r2 = increment();
    }
  }
}
