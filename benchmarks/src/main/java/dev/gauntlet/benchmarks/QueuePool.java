package dev.gauntlet.benchmarks;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A subject whose tasks wait in a queue when all its workers are busy. */
@State(Scope.Benchmark)
public class QueuePool extends OpenExecutor {
  /** Name of the subject. */
  @Param({
    Names.LOCKFREE,
    Names.LOCKING,
    Names.VIRTUALTHREADS_BOUNDED,
    Names.JDK_FIXED,
    Names.JDK_FORKJOIN,
    Names.JDK_COMPLETABLEFUTURE,
    Names.JDK_CF_FORKJOIN,
    Names.JBOSS_EQE,
    Names.NETTY_DEFAULT,
    Names.JETTY_QTP,
    Names.GUAVA_LISTENING
  })
  public String subject;

  /** Creates the state. */
  public QueuePool() {
    super(Need.QUEUE);
  }

  @Override
  final String subject() {
    return subject;
  }
}
