package dev.gauntlet.stress;

import dev.gauntlet.spi.PromiseFactory;
import dev.gauntlet.stress.control.Pause;
import dev.gauntlet.stress.control.PlainStateFuture;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Ref;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;

/**
 * A plain write before {@code trySucceed} against a plain read after {@code get}. The field is read
 * before as well, so that only the future forbids to reuse that read.
 */
@Description("What was done before settling is seen by whoever has retrieved the outcome.")
@Ref("SPEC.md#V2")
@Outcome(
    id = {"value, 0, 1", "value, 1, 1"},
    expect = Expect.ACCEPTABLE,
    desc = "The write is there.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The write is not there, or there was no value.")
public class RetrievalPublicationRace {

  abstract static class Body extends PromiseRace {
    int written;

    Body(PromiseFactory promises, Patience patience) {
      super(promises, patience);
    }

    final void writeAndSettle() {
      written = 1;
      promise.trySucceed(VALUE);
    }

    /** Reads before the poll, and takes its time. */
    final int look() {
      int before = written;
      return Pause.shortly() > 0 ? before : -1;
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
      writeAndSettle();
    }

    @Actor
    public void retrieve(LLL_Result r) {
      r.r2 = look();
      r.r1 = patience.await(future::get);
      r.r3 = written;
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
      writeAndSettle();
    }

    @Actor
    public void retrieve(LLL_Result r) {
      r.r2 = look();
      r.r1 = patience.await(future::get);
      r.r3 = written;
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
      writeAndSettle();
    }

    @Actor
    public void retrieve(LLL_Result r) {
      r.r2 = look();
      r.r1 = patience.await(future::get);
      r.r3 = written;
    }
  }

  /** The state orders nothing. */
  @JCStressTest
  @JCStressMeta(RetrievalPublicationRace.class)
  @Outcome(
      id = {"value, 0, 0", "value, 1, 0"},
      expect = Expect.ACCEPTABLE_INTERESTING,
      desc = "The write is not there.")
  @State
  public static class PlainStateControl extends Body {
    public PlainStateControl() {
      super(PlainStateFuture::new, Patience.SHORT);
    }

    @Actor
    public void settle() {
      writeAndSettle();
    }

    @Actor
    public void retrieve(LLL_Result r) {
      r.r2 = look();
      r.r1 = patience.await(future::get);
      r.r3 = written;
    }
  }
}
