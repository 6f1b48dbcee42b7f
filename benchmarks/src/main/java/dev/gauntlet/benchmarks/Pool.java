package dev.gauntlet.benchmarks;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The executor that a fork measures: opened, with its workers started, before the first call. */
@State(Scope.Benchmark)
public class Pool {
  private static final int TERMINATION_SECONDS = 10;

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
    Names.JBOSS_EQE,
    Names.NETTY_DEFAULT,
    Names.JETTY_QTP,
    Names.GUAVA_LISTENING,
    Names.CALLER_RUNS
  })
  public String subject;

  /** Worker threads; 0 stands for one per available processor. */
  @Param("0")
  public int workers;

  ExecutorService executor;

  /** Opens the executor and starts its workers. */
  @Setup(Level.Trial)
  public void open() throws InterruptedException {
    Subject opened = Subjects.named(subject);
    int count = workers == 0 ? Runtime.getRuntime().availableProcessors() : workers;
    executor = opened.open(count);
    if (opened.isAsynchronous()) {
      Prestart.workers(executor, count);
    }
  }

  /** Shuts the executor down; one that does not terminate has lost a task or a wake-up. */
  @TearDown(Level.Trial)
  public void close() throws InterruptedException {
    executor.shutdown();
    if (!executor.awaitTermination(TERMINATION_SECONDS, TimeUnit.SECONDS)) {
      throw new WrongAnswerException(
          subject + " did not terminate within " + TERMINATION_SECONDS + " s after its last task");
    }
  }
}
