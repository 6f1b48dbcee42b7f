package dev.gauntlet.benchmarks;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A subject whose interrupts reach the task that they are meant for, and no other. */
@State(Scope.Benchmark)
public class ConfiningPool extends OpenExecutor {
  /** Name of the subject. */
  @Param({
    Names.LOCKFREE,
    Names.LOCKING,
    Names.VIRTUALTHREADS,
    Names.VIRTUALTHREADS_BOUNDED,
    Names.JDK_FIXED,
    Names.JDK_CACHED,
    Names.JDK_VIRTUAL,
    Names.JDK_COMPLETABLEFUTURE,
    Names.JDK_CF_FORKJOIN,
    Names.JBOSS_EQE,
    Names.NETTY_DEFAULT,
    Names.JETTY_QTP,
    Names.GUAVA_LISTENING,
    Names.CALLER_RUNS
  })
  public String subject;

  /** Creates the state. */
  public ConfiningPool() {
    super(Need.CONFINED_INTERRUPTS);
  }

  @Override
  final String subject() {
    return subject;
  }
}
