package dev.gauntlet.stress;

import dev.gauntlet.stress.control.LostPlaceExecutor;
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
 * {@code submit} to a full queue that blocks against the worker that takes a task from it: whoever
 * waits for a place gets it.
 */
@Description("Two threads submit more than the queue holds, and the worker makes room.")
@Ref("SPEC.md#N3")
@Outcome(id = "in, in", expect = Expect.ACCEPTABLE, desc = "Each submission got a place.")
@Outcome(expect = Expect.FORBIDDEN, desc = "A submission waited although there was a place.")
public class BlockedSubmitVsTakeRace {

  abstract static class Body {
    private static final int ROUNDS = 4;
    private final ExecutorService executor;
    private final Patience patience;

    Body(ExecutorService executor, Patience patience) {
      this.executor = executor;
      this.patience = patience;
    }

    final String submitMany() {
      String end = patience.await(this::submitRounds);
      return end.equals("RejectedExecutionException") ? Patience.LATE : end;
    }

    private String submitRounds() {
      for (int i = 0; i < ROUNDS; i++) {
        executor.submit(() -> {});
      }
      return "in";
    }
  }

  @JCStressTest
  @JCStressMeta(BlockedSubmitVsTakeRace.class)
  @State
  public static class Locking extends Body {
    private static final ExecutorService EXECUTOR = Subjects.withBlockingQueue(Subjects.LOCKING, 1);

    public Locking() {
      super(EXECUTOR, Patience.LONG);
    }

    @Actor
    public void submit(LL_Result r) {
      r.r1 = submitMany();
    }

    @Actor
    public void submitToo(LL_Result r) {
      r.r2 = submitMany();
    }
  }

  @JCStressTest
  @JCStressMeta(BlockedSubmitVsTakeRace.class)
  @State
  public static class LockFree extends Body {
    private static final ExecutorService EXECUTOR =
        Subjects.withBlockingQueue(Subjects.LOCK_FREE, 1);

    public LockFree() {
      super(EXECUTOR, Patience.LONG);
    }

    @Actor
    public void submit(LL_Result r) {
      r.r1 = submitMany();
    }

    @Actor
    public void submitToo(LL_Result r) {
      r.r2 = submitMany();
    }
  }

  @JCStressTest
  @JCStressMeta(BlockedSubmitVsTakeRace.class)
  @State
  public static class BoundedVirtualThreads extends Body {
    private static final ExecutorService EXECUTOR =
        Subjects.withBlockingQueue(Subjects.BOUNDED_VIRTUAL_THREADS, 1);

    public BoundedVirtualThreads() {
      super(EXECUTOR, Patience.LONG);
    }

    @Actor
    public void submit(LL_Result r) {
      r.r1 = submitMany();
    }

    @Actor
    public void submitToo(LL_Result r) {
      r.r2 = submitMany();
    }
  }

  /** The news of a place may be lost. */
  @JCStressTest
  @JCStressMeta(BlockedSubmitVsTakeRace.class)
  @Outcome(
      id = {"late, in", "in, late", "late, late"},
      expect = Expect.ACCEPTABLE_INTERESTING,
      desc = "A submission was not told of a place.")
  @State
  public static class LostPlaceControl extends Body {
    private static final ExecutorService EXECUTOR = new LostPlaceExecutor();

    public LostPlaceControl() {
      super(EXECUTOR, Patience.SHORT);
    }

    @Actor
    public void submit(LL_Result r) {
      r.r1 = submitMany();
    }

    @Actor
    public void submitToo(LL_Result r) {
      r.r2 = submitMany();
    }
  }
}
