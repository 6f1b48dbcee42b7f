package dev.gauntlet.benchmarks;

import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A subject whose promises take callbacks. */
@State(Scope.Benchmark)
public class PromiseKind {
  /** Name of the subject. */
  @Param({
    Names.LOCKFREE,
    Names.LOCKING,
    Names.VIRTUALTHREADS,
    Names.VIRTUALTHREADS_BOUNDED,
    Names.JDK_COMPLETABLEFUTURE,
    Names.NETTY_DEFAULT,
    Names.GUAVA_LISTENING
  })
  public String subject;

  CalledBack kind;

  /** Looks the subject up. */
  @Setup(Level.Trial)
  public void find() {
    kind =
        Subjects.named(subject)
            .callbacks()
            .orElseThrow(
                () -> new IllegalArgumentException(subject + " lacks " + Need.CALLBACKS.words()));
  }
}
