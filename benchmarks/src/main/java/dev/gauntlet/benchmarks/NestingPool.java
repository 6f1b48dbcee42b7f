package dev.gauntlet.benchmarks;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A subject whose tasks may join more of its tasks than it has workers. */
@State(Scope.Benchmark)
public class NestingPool extends OpenExecutor {
  /** Name of the subject. */
  @Param({
    Names.LOCKFREE,
    Names.LOCKING,
    Names.VIRTUALTHREADS,
    Names.VIRTUALTHREADS_BOUNDED,
    Names.JDK_CACHED,
    Names.JDK_FORKJOIN,
    Names.JDK_VIRTUAL,
    Names.JDK_CF_FORKJOIN,
    Names.CALLER_RUNS
  })
  public String subject;

  /** Creates the state. */
  public NestingPool() {
    super(Need.NESTED_JOIN);
  }

  @Override
  final String subject() {
    return subject;
  }
}
