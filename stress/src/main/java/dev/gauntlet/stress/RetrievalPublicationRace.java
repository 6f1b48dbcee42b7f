package dev.gauntlet.stress;

import dev.gauntlet.spi.PromiseFactory;
import dev.gauntlet.stress.control.Pause;
import dev.gauntlet.stress.control.PlainFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
 * A plain write before {@code trySucceed} against a plain read after {@code get}. The field is read
 * before as well, so that only the future forbids to reuse that read.
 */
@Description("What was done before settling is seen by whoever has retrieved the outcome.")
@Ref("SPEC.md#V2")
@Outcome(
    id = {"pending, 0", "pending, 1"},
    expect = Expect.ACCEPTABLE,
    desc = "No outcome yet.")
@Outcome(
    id = {"visible, 0", "visible, 1"},
    expect = Expect.ACCEPTABLE,
    desc = "The outcome and the write are there.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The outcome is there, and the write is not.")
public class RetrievalPublicationRace {

  abstract static class Body extends PublicationRace {
    Body(PromiseFactory promises, Patience patience) {
      super(promises, patience);
    }

    final String retrieve() {
      try {
        String value = future.get(0, TimeUnit.NANOSECONDS);
        return written == 1 ? "visible" : "stale beside " + value;
      } catch (TimeoutException e) {
        return "pending";
      } catch (InterruptedException | ExecutionException e) {
        return e.toString();
      }
    }
  }

  @JCStressTest
  @JCStressMeta(RetrievalPublicationRace.class)
  @State
  public static class Locking extends Body {
    public Locking() {
      super(Subjects.promises(Subjects.LOCKING), Patience.LONG);
    }

    @Actor
    public void settle() {
      meetAndLinger();
      writeAndSettle();
    }

    @Actor
    public void retrieve(LL_Result r) {
      meet();
      int before = look();
      r.r1 = retrieve();
      r.r2 = before;
    }
  }

  @JCStressTest
  @JCStressMeta(RetrievalPublicationRace.class)
  @State
  public static class LockFree extends Body {
    public LockFree() {
      super(Subjects.promises(Subjects.LOCK_FREE), Patience.LONG);
    }

    @Actor
    public void settle() {
      meetAndLinger();
      writeAndSettle();
    }

    @Actor
    public void retrieve(LL_Result r) {
      meet();
      int before = look();
      r.r1 = retrieve();
      r.r2 = before;
    }
  }

  @JCStressTest
  @JCStressMeta(RetrievalPublicationRace.class)
  @State
  public static class LockFreeTask extends Body {
    public LockFreeTask() {
      super(Subjects.LOCK_FREE_TASK, Patience.LONG);
    }

    @Actor
    public void settle() {
      meetAndLinger();
      writeAndSettle();
    }

    @Actor
    public void retrieve(LL_Result r) {
      meet();
      int before = look();
      r.r1 = retrieve();
      r.r2 = before;
    }
  }

  @JCStressTest
  @JCStressMeta(RetrievalPublicationRace.class)
  @State
  public static class LockingTask extends Body {
    public LockingTask() {
      super(Subjects.LOCKING_TASK, Patience.LONG);
    }

    @Actor
    public void settle() {
      meetAndLinger();
      writeAndSettle();
    }

    @Actor
    public void retrieve(LL_Result r) {
      meet();
      int before = look();
      r.r1 = retrieve();
      r.r2 = before;
    }
  }

  @JCStressTest
  @JCStressMeta(RetrievalPublicationRace.class)
  @State
  public static class VirtualThreadsTask extends Body {
    public VirtualThreadsTask() {
      super(Subjects.VIRTUAL_THREADS_TASK, Patience.LONG);
    }

    @Actor
    public void settle() {
      meetAndLinger();
      writeAndSettle();
    }

    @Actor
    public void retrieve(LL_Result r) {
      meet();
      int before = look();
      r.r1 = retrieve();
      r.r2 = before;
    }
  }

  @JCStressTest
  @JCStressMeta(RetrievalPublicationRace.class)
  @State
  public static class VirtualThreads extends Body {
    public VirtualThreads() {
      super(Subjects.promises(Subjects.VIRTUAL_THREADS), Patience.LONG);
    }

    @Actor
    public void settle() {
      meetAndLinger();
      writeAndSettle();
    }

    @Actor
    public void retrieve(LL_Result r) {
      meet();
      int before = look();
      r.r1 = retrieve();
      r.r2 = before;
    }
  }

  /** The end is a plain write, and the look a plain read: nothing keeps either in its place. */
  @JCStressTest
  @JCStressMeta(RetrievalPublicationRace.class)
  @Outcome(
      id = {"stale, 0", "stale, 1"},
      expect = Expect.ACCEPTABLE_INTERESTING,
      desc = "The outcome is there, and the write is not.")
  @State
  public static class PlainOutcomeControl extends Body {
    private final PlainFuture plain = new PlainFuture();

    public PlainOutcomeControl() {
      super(Subjects.promises(Subjects.LOCK_FREE), Patience.LONG);
    }

    @Actor
    public void settle() {
      meetAndLinger();
      written = 1;
      plain.end();
    }

    @Actor
    public void retrieve(LL_Result r) {
      meet();
      int before = look();
      r.r1 = plain.isDone() ? sight() : "pending";
      r.r2 = before;
    }
  }

  /** The write has sunk below the settling, as it may where the settling does not release it. */
  @JCStressTest
  @JCStressMeta(RetrievalPublicationRace.class)
  @Outcome(
      id = {"stale beside value, 0", "stale beside value, 1"},
      expect = Expect.ACCEPTABLE_INTERESTING,
      desc = "The outcome is there, and the write is not.")
  @State
  public static class SunkWriteControl extends Body {
    @Override
    void writeAndSettle() {
      promise.trySucceed(VALUE);
      Pause.briefly();
      written = 1;
    }

    public SunkWriteControl() {
      super(Subjects.promises(Subjects.LOCK_FREE), Patience.LONG);
    }

    @Actor
    public void settle() {
      meetAndLinger();
      writeAndSettle();
    }

    @Actor
    public void retrieve(LL_Result r) {
      meet();
      int before = look();
      r.r1 = retrieve();
      r.r2 = before;
    }
  }
}
