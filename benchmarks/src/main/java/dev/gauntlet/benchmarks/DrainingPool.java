package dev.gauntlet.benchmarks;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A subject that runs what was submitted to it before it was shut down. */
@State(Scope.Benchmark)
public class DrainingPool extends OpenExecutor {
  /** Name of the subject. */
  @Param({
    Names.LOCKFREE,
    Names.LOCKING,
    Names.VIRTUALTHREADS,
    Names.VIRTUALTHREADS_BOUNDED,
    Names.JDK_FIXED,
    Names.JDK_CACHED,
    Names.JDK_FORKJOIN,
    Names.JDK_VIRTUAL,
    Names.JDK_COMPLETABLEFUTURE,
    Names.JDK_CF_FORKJOIN,
    Names.JBOSS_EQE,
    Names.NETTY_DEFAULT,
    Names.GUAVA_LISTENING,
    Names.CALLER_RUNS
  })
  public String subject;

  /** Creates the state. */
  public DrainingPool() {
    super(Need.DRAIN);
  }

  @Override
  final String subject() {
    return subject;
  }
}
