package dev.gauntlet.benchmarks.run;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Stops a run in good order when the JVM is told to end: the fork is killed, and the JVM lives on
 * until the run is closed, so that its end is recorded and its caller can still make a report.
 */
public final class Interruption implements AutoCloseable {
  private static final long KILL_EVERY_MILLIS = 50;
  private static final Duration GRACE = Duration.ofSeconds(30);

  private final StopSignal stop;
  private final RunningFork processes;
  private final CountDownLatch measured = new CountDownLatch(1);
  private final StopOnExit onExit;

  /**
   * Begins to look out for the end of the JVM.
   *
   * @param stop asked to stop then
   * @param processes killed then
   */
  public Interruption(StopSignal stop, RunningFork processes) {
    this.stop = stop;
    this.processes = processes;
    this.onExit = new StopOnExit(this::stopMeasuring, GRACE);
  }

  /** Kills again and again: JMH may be about to start the process that is to be killed. */
  public void stopMeasuring() {
    stop.request();
    long deadline = System.nanoTime() + GRACE.toNanos();
    do {
      processes.kill();
    } while (!awaitMeasured() && System.nanoTime() - deadline < 0);
  }

  /** Waits a while, or for the interrupt with which nothing interrupts these threads. */
  private boolean awaitMeasured() {
    try {
      return measured.await(KILL_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** No fork runs any more. */
  public void measured() {
    measured.countDown();
  }

  @Override
  public void close() {
    measured.countDown();
    onExit.close();
  }
}
