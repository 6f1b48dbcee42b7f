package dev.gauntlet.stress;

import dev.gauntlet.spi.PromiseFactory;
import dev.gauntlet.stress.control.Pause;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Ref;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * A plain write before {@code trySucceed} against a plain read in a callback. The field is read
 * before as well, so that only the future forbids to reuse that read.
 */
@Description("What was done before settling is seen by every callback.")
@Ref("SPEC.md#V4")
@Outcome(
    id = {"1, 0", "1, 1"},
    expect = Expect.ACCEPTABLE,
    desc = "The callback saw the write.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The callback did not see the write, or did not run.")
public class CallbackPublicationRace {

  abstract static class Body extends PublicationRace {
    Body(PromiseFactory promises, Patience patience) {
      super(promises, patience);
    }

    int seen;

    final int register() {
      int before = look();
      future.addDoneCallback(done -> seen = written);
      return before;
    }
  }

  @JCStressTest
  @JCStressMeta(CallbackPublicationRace.class)
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
    public void register(LL_Result r) {
      meet();
      r.r2 = register();
    }

    @Arbiter
    public void observe(LL_Result r) {
      r.r1 = seen;
    }
  }

  @JCStressTest
  @JCStressMeta(CallbackPublicationRace.class)
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
    public void register(LL_Result r) {
      meet();
      r.r2 = register();
    }

    @Arbiter
    public void observe(LL_Result r) {
      r.r1 = seen;
    }
  }

  @JCStressTest
  @JCStressMeta(CallbackPublicationRace.class)
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
    public void register(LL_Result r) {
      meet();
      r.r2 = register();
    }

    @Arbiter
    public void observe(LL_Result r) {
      r.r1 = seen;
    }
  }

  @JCStressTest
  @JCStressMeta(CallbackPublicationRace.class)
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
    public void register(LL_Result r) {
      meet();
      r.r2 = register();
    }

    @Arbiter
    public void observe(LL_Result r) {
      r.r1 = seen;
    }
  }

  @JCStressTest
  @JCStressMeta(CallbackPublicationRace.class)
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
    public void register(LL_Result r) {
      meet();
      r.r2 = register();
    }

    @Arbiter
    public void observe(LL_Result r) {
      r.r1 = seen;
    }
  }

  @JCStressTest
  @JCStressMeta(CallbackPublicationRace.class)
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
    public void register(LL_Result r) {
      meet();
      r.r2 = register();
    }

    @Arbiter
    public void observe(LL_Result r) {
      r.r1 = seen;
    }
  }

  /** The write has sunk below the settling, as it may where the settling does not release it. */
  @JCStressTest
  @JCStressMeta(CallbackPublicationRace.class)
  @Outcome(
      id = {"0, 0", "0, 1"},
      expect = Expect.ACCEPTABLE_INTERESTING,
      desc = "The callback did not see the write.")
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
    public void register(LL_Result r) {
      meet();
      r.r2 = register();
    }

    @Arbiter
    public void observe(LL_Result r) {
      r.r1 = seen;
    }
  }
}
