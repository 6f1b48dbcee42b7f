package dev.gauntlet.benchmarks;

import java.util.concurrent.ExecutorService;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The executor that a fork measures: opened, with its workers started, before the first call. Each
 * subclass lists the subjects that have what its scenarios need.
 */
@State(Scope.Benchmark)
public abstract class OpenExecutor {
  /** Worker threads; 0 stands for one per available processor. */
  @Param("0")
  public int workers;

  ExecutorService executor;
  int openWorkers;
  private final Need[] needs;

  OpenExecutor(Need... needs) {
    this.needs = needs;
  }

  abstract String subject();

  /** Opens the executor and starts its workers. */
  @Setup(Level.Trial)
  public void open() throws InterruptedException {
    Subject opened = Subjects.named(subject());
    for (Need need : needs) {
      if (!opened.has(need)) {
        throw new IllegalArgumentException(subject() + " lacks " + need.words());
      }
    }
    openWorkers = workersOf(workers == 0 ? Runtime.getRuntime().availableProcessors() : workers);
    executor = open(opened);
  }

  /** Returns how many workers are opened where {@code asked} are asked for. */
  int workersOf(int asked) {
    return asked;
  }

  /** Opens another one of the same kind. */
  final ExecutorService another() throws InterruptedException {
    return open(Subjects.named(subject()));
  }

  private ExecutorService open(Subject subject) throws InterruptedException {
    ExecutorService another = subject.open(openWorkers);
    if (subject.isAsynchronous()) {
      Prestart.workers(another, openWorkers);
    }
    return another;
  }

  /** Shuts the executor down; one that does not terminate has lost a task or a wake-up. */
  @TearDown(Level.Trial)
  public void close() throws InterruptedException {
    executor.shutdown();
    Termination.await(executor, subject());
  }
}
