package dev.gauntlet.stress;

import dev.gauntlet.TaskFutures;
import dev.gauntlet.spi.PromiseFactory;
import dev.gauntlet.stress.control.Pause;
import java.util.List;
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
 * A plain write before {@code trySucceed} against a plain read after {@code asCompleted} has handed
 * the future out. The field is read before as well, so that only the hand-over forbids to reuse
 * that read.
 */
@Description("What was done before settling is seen by whoever gets the future from asCompleted.")
@Ref("SPEC.md#V6")
@Outcome(
    id = {"visible, 0", "visible, 1"},
    expect = Expect.ACCEPTABLE,
    desc = "Handed out, and the write is there.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Handed out without the write, or never.")
public class AsCompletedPublicationRace {

  abstract static class Body extends PublicationRace {
    Body(PromiseFactory promises, Patience patience) {
      super(promises, patience);
    }

    final String await() {
      String handedOut = patience.await(this::next);
      if (!handedOut.equals("true")) {
        return handedOut;
      }
      return sight();
    }

    private boolean next() {
      try (var iterator = TaskFutures.asCompleted(List.of(future))) {
        return iterator.next().equals(future);
      }
    }
  }

  @JCStressTest
  @JCStressMeta(AsCompletedPublicationRace.class)
  @State
  public static class Locking extends Body {
    public Locking() {
      super(Subjects.promises(Subjects.LOCKING), Patience.LONG);
    }

    @Actor
    public void settle() {
      meetAndLetPark();
      writeAndSettle();
    }

    @Actor
    public void await(LL_Result r) {
      meet();
      int before = look();
      r.r1 = await();
      r.r2 = before;
    }
  }

  @JCStressTest
  @JCStressMeta(AsCompletedPublicationRace.class)
  @State
  public static class LockFree extends Body {
    public LockFree() {
      super(Subjects.promises(Subjects.LOCK_FREE), Patience.LONG);
    }

    @Actor
    public void settle() {
      meetAndLetPark();
      writeAndSettle();
    }

    @Actor
    public void await(LL_Result r) {
      meet();
      int before = look();
      r.r1 = await();
      r.r2 = before;
    }
  }

  @JCStressTest
  @JCStressMeta(AsCompletedPublicationRace.class)
  @State
  public static class LockFreeTask extends Body {
    public LockFreeTask() {
      super(Subjects.LOCK_FREE_TASK, Patience.LONG);
    }

    @Actor
    public void settle() {
      meetAndLetPark();
      writeAndSettle();
    }

    @Actor
    public void await(LL_Result r) {
      meet();
      int before = look();
      r.r1 = await();
      r.r2 = before;
    }
  }

  @JCStressTest
  @JCStressMeta(AsCompletedPublicationRace.class)
  @State
  public static class LockingTask extends Body {
    public LockingTask() {
      super(Subjects.LOCKING_TASK, Patience.LONG);
    }

    @Actor
    public void settle() {
      meetAndLetPark();
      writeAndSettle();
    }

    @Actor
    public void await(LL_Result r) {
      meet();
      int before = look();
      r.r1 = await();
      r.r2 = before;
    }
  }

  @JCStressTest
  @JCStressMeta(AsCompletedPublicationRace.class)
  @State
  public static class VirtualThreadsTask extends Body {
    public VirtualThreadsTask() {
      super(Subjects.VIRTUAL_THREADS_TASK, Patience.LONG);
    }

    @Actor
    public void settle() {
      meetAndLetPark();
      writeAndSettle();
    }

    @Actor
    public void await(LL_Result r) {
      meet();
      int before = look();
      r.r1 = await();
      r.r2 = before;
    }
  }

  @JCStressTest
  @JCStressMeta(AsCompletedPublicationRace.class)
  @State
  public static class VirtualThreads extends Body {
    public VirtualThreads() {
      super(Subjects.promises(Subjects.VIRTUAL_THREADS), Patience.LONG);
    }

    @Actor
    public void settle() {
      meetAndLetPark();
      writeAndSettle();
    }

    @Actor
    public void await(LL_Result r) {
      meet();
      int before = look();
      r.r1 = await();
      r.r2 = before;
    }
  }

  /** The write has sunk below the settling, as it may where the hand-over does not release it. */
  @JCStressTest
  @JCStressMeta(AsCompletedPublicationRace.class)
  @Outcome(
      id = {"stale, 0", "stale, 1"},
      expect = Expect.ACCEPTABLE_INTERESTING,
      desc = "Handed out, and the write is not there.")
  @State
  public static class SunkWriteControl extends Body {
    @Override
    void writeAndSettle() {
      promise.trySucceed(VALUE);
      Pause.shortly();
      written = 1;
    }

    public SunkWriteControl() {
      super(Subjects.promises(Subjects.LOCK_FREE), Patience.LONG);
    }

    @Actor
    public void settle() {
      meetAndLetPark();
      writeAndSettle();
    }

    @Actor
    public void await(LL_Result r) {
      meet();
      int before = look();
      r.r1 = await();
      r.r2 = before;
    }
  }
}
