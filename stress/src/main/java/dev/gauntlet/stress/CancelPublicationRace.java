package dev.gauntlet.stress;

import dev.gauntlet.spi.PromiseFactory;
import dev.gauntlet.stress.control.Pause;
import dev.gauntlet.stress.control.PlainFuture;
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
 * A plain write before {@code cancel} against a plain read after {@code isCancelled}. The field is
 * read before as well, so that only the future forbids to reuse that read.
 */
@Description("What was done before cancelling is seen by whoever finds the future cancelled.")
@Ref("SPEC.md#V5")
@Outcome(
    id = {"open, 0", "open, 1"},
    expect = Expect.ACCEPTABLE,
    desc = "Not cancelled yet.")
@Outcome(
    id = {"visible, 0", "visible, 1"},
    expect = Expect.ACCEPTABLE,
    desc = "Cancelled, and the write is there.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Cancelled, and the write is not there.")
public class CancelPublicationRace {

  abstract static class Body extends PublicationRace {
    Body(PromiseFactory promises, Patience patience) {
      super(promises, patience);
    }

    void writeAndCancel() {
      written = 1;
      future.cancel();
    }

    final String poll() {
      if (!future.isCancelled()) {
        return "open";
      }
      return sight();
    }
  }

  @JCStressTest
  @JCStressMeta(CancelPublicationRace.class)
  @State
  public static class Locking extends Body {
    public Locking() {
      super(Subjects.promises(Subjects.LOCKING), Patience.LONG);
    }

    @Actor
    public void cancel() {
      meetAndLinger();
      writeAndCancel();
    }

    @Actor
    public void poll(LL_Result r) {
      meet();
      int before = look();
      r.r1 = poll();
      r.r2 = before;
    }
  }

  @JCStressTest
  @JCStressMeta(CancelPublicationRace.class)
  @State
  public static class LockFree extends Body {
    public LockFree() {
      super(Subjects.promises(Subjects.LOCK_FREE), Patience.LONG);
    }

    @Actor
    public void cancel() {
      meetAndLinger();
      writeAndCancel();
    }

    @Actor
    public void poll(LL_Result r) {
      meet();
      int before = look();
      r.r1 = poll();
      r.r2 = before;
    }
  }

  @JCStressTest
  @JCStressMeta(CancelPublicationRace.class)
  @State
  public static class LockFreeTask extends Body {
    public LockFreeTask() {
      super(Subjects.LOCK_FREE_TASK, Patience.LONG);
    }

    @Actor
    public void cancel() {
      meetAndLinger();
      writeAndCancel();
    }

    @Actor
    public void poll(LL_Result r) {
      meet();
      int before = look();
      r.r1 = poll();
      r.r2 = before;
    }
  }

  @JCStressTest
  @JCStressMeta(CancelPublicationRace.class)
  @State
  public static class LockingTask extends Body {
    public LockingTask() {
      super(Subjects.LOCKING_TASK, Patience.LONG);
    }

    @Actor
    public void cancel() {
      meetAndLinger();
      writeAndCancel();
    }

    @Actor
    public void poll(LL_Result r) {
      meet();
      int before = look();
      r.r1 = poll();
      r.r2 = before;
    }
  }

  @JCStressTest
  @JCStressMeta(CancelPublicationRace.class)
  @State
  public static class VirtualThreadsTask extends Body {
    public VirtualThreadsTask() {
      super(Subjects.VIRTUAL_THREADS_TASK, Patience.LONG);
    }

    @Actor
    public void cancel() {
      meetAndLinger();
      writeAndCancel();
    }

    @Actor
    public void poll(LL_Result r) {
      meet();
      int before = look();
      r.r1 = poll();
      r.r2 = before;
    }
  }

  @JCStressTest
  @JCStressMeta(CancelPublicationRace.class)
  @State
  public static class VirtualThreads extends Body {
    public VirtualThreads() {
      super(Subjects.promises(Subjects.VIRTUAL_THREADS), Patience.LONG);
    }

    @Actor
    public void cancel() {
      meetAndLinger();
      writeAndCancel();
    }

    @Actor
    public void poll(LL_Result r) {
      meet();
      int before = look();
      r.r1 = poll();
      r.r2 = before;
    }
  }

  /** The cancel is a plain write, and the look a plain read: nothing keeps either in its place. */
  @JCStressTest
  @JCStressMeta(CancelPublicationRace.class)
  @Outcome(
      id = {"stale, 0", "stale, 1"},
      expect = Expect.ACCEPTABLE_INTERESTING,
      desc = "Cancelled, and the write is not there.")
  @State
  public static class PlainOutcomeControl extends Body {
    private final PlainFuture plain = new PlainFuture();

    public PlainOutcomeControl() {
      super(Subjects.promises(Subjects.LOCK_FREE), Patience.LONG);
    }

    @Actor
    public void cancel() {
      meetAndLinger();
      written = 1;
      plain.end();
    }

    @Actor
    public void poll(LL_Result r) {
      meet();
      int before = look();
      r.r1 = plain.isDone() ? sight() : "open";
      r.r2 = before;
    }
  }

  /** The write has sunk below the cancel, as it may where the cancel does not release it. */
  @JCStressTest
  @JCStressMeta(CancelPublicationRace.class)
  @Outcome(
      id = {"stale, 0", "stale, 1"},
      expect = Expect.ACCEPTABLE_INTERESTING,
      desc = "Cancelled, and the write is not there.")
  @State
  public static class SunkWriteControl extends Body {
    @Override
    void writeAndCancel() {
      future.cancel();
      Pause.briefly();
      written = 1;
    }

    public SunkWriteControl() {
      super(Subjects.promises(Subjects.LOCK_FREE), Patience.LONG);
    }

    @Actor
    public void cancel() {
      meetAndLinger();
      writeAndCancel();
    }

    @Actor
    public void poll(LL_Result r) {
      meet();
      int before = look();
      r.r1 = poll();
      r.r2 = before;
    }
  }
}
