package dev.gauntlet.stress;

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
import org.openjdk.jcstress.infra.results.LL_Result;

/** Plain writes before {@code submit} against plain reads in the bodies, by one worker for both. */
@Description("What was done before submit is seen by the body.")
@Ref("SPEC.md#V1")
@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "Both bodies see what came before.")
@Outcome(expect = Expect.FORBIDDEN, desc = "A body does not see what came before its submission.")
public class SubmitPublicationRace {

  abstract static class Body {
    final ExecutorService executor;
    final Patience patience;
    int written;
    int writtenToo;

    Body(ExecutorService executor, Patience patience) {
      this.executor = executor;
      this.patience = patience;
    }

    String writeAndSubmit() {
      written = 1;
      return patience.await(() -> executor.submit(() -> written).get());
    }

    final String writeAndSubmitToo() {
      writtenToo = 1;
      return patience.await(() -> executor.submit(() -> writtenToo).get());
    }
  }

  @JCStressTest
  @JCStressMeta(SubmitPublicationRace.class)
  @State
  public static class Locking extends Body {
    private static final ExecutorService EXECUTOR = Subjects.withOneWorker(Subjects.LOCKING);

    public Locking() {
      super(EXECUTOR, Patience.LONG);
    }

    @Actor
    public void submit(LL_Result r) {
      r.r1 = writeAndSubmit();
    }

    @Actor
    public void submitToo(LL_Result r) {
      r.r2 = writeAndSubmitToo();
    }
  }

  @JCStressTest
  @JCStressMeta(SubmitPublicationRace.class)
  @State
  public static class LockFree extends Body {
    private static final ExecutorService EXECUTOR = Subjects.withOneWorker(Subjects.LOCK_FREE);

    public LockFree() {
      super(EXECUTOR, Patience.LONG);
    }

    @Actor
    public void submit(LL_Result r) {
      r.r1 = writeAndSubmit();
    }

    @Actor
    public void submitToo(LL_Result r) {
      r.r2 = writeAndSubmitToo();
    }
  }

  @JCStressTest
  @JCStressMeta(SubmitPublicationRace.class)
  @State
  public static class LockFreeOfTwo extends Body {
    private static final ExecutorService EXECUTOR = Subjects.withWorkers(Subjects.LOCK_FREE, 2);

    public LockFreeOfTwo() {
      super(EXECUTOR, Patience.LONG);
    }

    @Actor
    public void submit(LL_Result r) {
      r.r1 = writeAndSubmit();
    }

    @Actor
    public void submitToo(LL_Result r) {
      r.r2 = writeAndSubmitToo();
    }
  }

  @JCStressTest
  @JCStressMeta(SubmitPublicationRace.class)
  @State
  public static class VirtualThreads extends Body {
    private static final ExecutorService EXECUTOR =
        Subjects.withOneWorker(Subjects.VIRTUAL_THREADS);

    public VirtualThreads() {
      super(EXECUTOR, Patience.LONG);
    }

    @Actor
    public void submit(LL_Result r) {
      r.r1 = writeAndSubmit();
    }

    @Actor
    public void submitToo(LL_Result r) {
      r.r2 = writeAndSubmitToo();
    }
  }

  @JCStressTest
  @JCStressMeta(SubmitPublicationRace.class)
  @State
  public static class BoundedVirtualThreads extends Body {
    private static final ExecutorService EXECUTOR =
        Subjects.withOneWorker(Subjects.BOUNDED_VIRTUAL_THREADS);

    public BoundedVirtualThreads() {
      super(EXECUTOR, Patience.LONG);
    }

    @Actor
    public void submit(LL_Result r) {
      r.r1 = writeAndSubmit();
    }

    @Actor
    public void submitToo(LL_Result r) {
      r.r2 = writeAndSubmitToo();
    }
  }

  /** The task is handed over in a plain field, to a worker that looks once. */
  @JCStressTest
  @JCStressMeta(SubmitPublicationRace.class)
  @Outcome(
      id = {"not yet, 0", "not yet, 1", "1, 0"},
      expect = Expect.ACCEPTABLE,
      desc = "The worker sees no task, or what came before it.")
  @Outcome(
      id = "0, 0",
      expect = Expect.ACCEPTABLE_INTERESTING,
      desc = "The body does not see what came before its submission.")
  @State
  public static class PlainSlotControl {
    private int written;
    private @Nullable Object slot;

    @Actor
    public void submit() {
      written = 1;
      slot = this;
    }

    /**
     * Reads before it looks for the task, so that only the hand-over forbids to reuse that read.
     */
    @Actor
    public void run(LL_Result r) {
      int before = written;
      int later = Pause.briefly() > 0 ? before : -1;
      r.r1 = slot == null ? "not yet" : written;
      r.r2 = later;
    }
  }

  /** The write has sunk below the submission, as it may where the queue does not release it. */
  @JCStressTest
  @JCStressMeta(SubmitPublicationRace.class)
  @Outcome(
      id = "0, 1",
      expect = Expect.ACCEPTABLE_INTERESTING,
      desc = "The body came before the write.")
  @State
  public static class SunkWriteControl extends Body {
    private static final ExecutorService EXECUTOR = Subjects.withOneWorker(Subjects.LOCK_FREE);

    @Override
    String writeAndSubmit() {
      Future<Integer> future = executor.submit(() -> written);
      Pause.briefly();
      written = 1;
      return patience.await(future::get);
    }

    public SunkWriteControl() {
      super(EXECUTOR, Patience.LONG);
    }

    @Actor
    public void submit(LL_Result r) {
      r.r1 = writeAndSubmit();
    }

    @Actor
    public void submitToo(LL_Result r) {
      r.r2 = writeAndSubmitToo();
    }
  }
}
