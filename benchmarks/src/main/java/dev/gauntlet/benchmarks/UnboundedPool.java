package dev.gauntlet.benchmarks;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A subject that starts a thread for every task which finds none idle. */
@State(Scope.Benchmark)
public class UnboundedPool extends OpenExecutor {
  /** Name of the subject. */
  @Param({Names.VIRTUALTHREADS, Names.JDK_CACHED, Names.JDK_VIRTUAL})
  public String subject;

  /** Creates the state. */
  public UnboundedPool() {
    super(Need.THREAD_EACH);
  }

  @Override
  final String subject() {
    return subject;
  }
}
