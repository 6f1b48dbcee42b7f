package dev.gauntlet.benchmarks.run;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Ends a fork that hangs: JMH itself waits for ever for an operation that does not return, when its
 * iterations are synchronised.
 */
public final class ForkTimer implements AutoCloseable {
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          body -> Thread.ofPlatform().daemon().name("fork-timer").unstarted(body));
  private final RunningFork processes;
  private final Duration limit;

  /** One fork under the timer. */
  public final class Watched implements AutoCloseable {
    private final ReentrantLock lock = new ReentrantLock();
    private boolean expired;
    private boolean ended;
    private final ScheduledFuture<?> alarm;

    private Watched() {
      alarm = clock.schedule(this::expire, limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void expire() {
      lock.lock();
      try {
        if (!ended) {
          expired = true;
          processes.dumpThreads();
          processes.kill();
        }
      } finally {
        lock.unlock();
      }
    }

    /** Returns whether the fork was ended. */
    public boolean hasExpired() {
      lock.lock();
      try {
        return expired;
      } finally {
        lock.unlock();
      }
    }

    /** Disarms the timer; after the return it kills nobody, so the next fork may start. */
    @Override
    public void close() {
      alarm.cancel(/* mayInterruptIfRunning= */ false);
      lock.lock();
      try {
        ended = true;
      } finally {
        lock.unlock();
      }
    }
  }

  /**
   * @param processes what is ended
   * @param limit after which a fork counts as hanging
   */
  public ForkTimer(RunningFork processes, Duration limit) {
    this.processes = processes;
    this.limit = limit;
  }

  /** Starts the timer for one fork. */
  public Watched watch() {
    return new Watched();
  }

  /** Returns after which time a fork counts as hanging. */
  public Duration limit() {
    return limit;
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
