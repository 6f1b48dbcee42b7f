package dev.gauntlet.stress;

import dev.gauntlet.stress.control.LateInitializerExecutor;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
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

/** Plain writes of the initializer against plain reads in the first two bodies of its worker. */
@Description("What the initializer did is seen by every body of its worker.")
@Ref("SPEC.md#V8")
@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "Both bodies see what it prepared.")
@Outcome(expect = Expect.FORBIDDEN, desc = "A body does not see what the initializer prepared.")
public class InitializerPublicationRace {

  abstract static class Body {
    private final ExecutorService executor;
    private final Patience patience;
    private int prepared;

    Body(Function<Runnable, ExecutorService> executors, Patience patience) {
      this.executor = executors.apply(() -> prepared = 1);
      this.patience = patience;
    }

    final String read() {
      return patience.await(() -> executor.submit(() -> prepared).get());
    }

    final void closed() {
      executor.shutdown();
    }
  }

  @JCStressTest
  @JCStressMeta(InitializerPublicationRace.class)
  @State
  public static class Locking extends Body {
    public Locking() {
      super(initializer -> Subjects.withInitializer(Subjects.LOCKING, initializer), Patience.LONG);
    }

    @Actor
    public void read(LL_Result r) {
      r.r1 = read();
    }

    @Actor
    public void readToo(LL_Result r) {
      r.r2 = read();
    }

    @Arbiter
    public void close() {
      closed();
    }
  }

  @JCStressTest
  @JCStressMeta(InitializerPublicationRace.class)
  @State
  public static class LockFree extends Body {
    public LockFree() {
      super(
          initializer -> Subjects.withInitializer(Subjects.LOCK_FREE, initializer), Patience.LONG);
    }

    @Actor
    public void read(LL_Result r) {
      r.r1 = read();
    }

    @Actor
    public void readToo(LL_Result r) {
      r.r2 = read();
    }

    @Arbiter
    public void close() {
      closed();
    }
  }

  @JCStressTest
  @JCStressMeta(InitializerPublicationRace.class)
  @State
  public static class BoundedVirtualThreads extends Body {
    public BoundedVirtualThreads() {
      super(
          initializer -> Subjects.withInitializer(Subjects.BOUNDED_VIRTUAL_THREADS, initializer),
          Patience.LONG);
    }

    @Actor
    public void read(LL_Result r) {
      r.r1 = read();
    }

    @Actor
    public void readToo(LL_Result r) {
      r.r2 = read();
    }

    @Arbiter
    public void close() {
      closed();
    }
  }

  /** The first body comes before the initializer. */
  @JCStressTest
  @JCStressMeta(InitializerPublicationRace.class)
  @Outcome(
      id = {"0, 1", "1, 0"},
      expect = Expect.ACCEPTABLE_INTERESTING,
      desc = "The first body finds nothing prepared.")
  @State
  public static class LateInitializerControl extends Body {
    public LateInitializerControl() {
      super(LateInitializerExecutor::new, Patience.LONG);
    }

    @Actor
    public void read(LL_Result r) {
      r.r1 = read();
    }

    @Actor
    public void readToo(LL_Result r) {
      r.r2 = read();
    }

    @Arbiter
    public void close() {
      closed();
    }
  }
}
