package dev.gauntlet.benchmarks.run;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Stops a run in good order when the JVM is told to end: the fork is killed, and the JVM lives on
 * until the run is closed, so that its end is recorded and its caller can still make a report.
 */
final class Interruption implements AutoCloseable {
  private static final long KILL_EVERY_MILLIS = 50;
  private static final long GRACE_SECONDS = 30;

  private final StopSignal stop;
  private final ForkProcesses processes;
  private final CountDownLatch measured = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook = new Thread(this::shutDown, "stop-benchmarks");

  Interruption(StopSignal stop, ForkProcesses processes) {
    this.stop = stop;
    this.processes = processes;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void shutDown() {
    stopMeasuring();
    await(closed, TimeUnit.SECONDS.toMillis(GRACE_SECONDS));
  }

  /** Kills again and again: JMH may be about to start the process that is to be killed. */
  void stopMeasuring() {
    stop.request();
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(GRACE_SECONDS);
    do {
      processes.kill();
    } while (!await(measured, KILL_EVERY_MILLIS) && System.nanoTime() - deadline < 0);
  }

  /** Waits for the latch, or for the interrupt with which nothing interrupts these threads. */
  private static boolean await(CountDownLatch latch, long millis) {
    try {
      return latch.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** No fork runs any more. */
  void measured() {
    measured.countDown();
  }

  @Override
  public void close() {
    measured.countDown();
    closed.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the hook is running, and ends now
    }
  }
}
