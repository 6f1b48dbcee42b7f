package dev.gauntlet.benchmarks.run;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends a run in good order when the JVM is told to end, as by Ctrl-C: the run is asked to stop, and
 * the JVM lives on until this is closed, so that what was done can be printed.
 */
public final class StopOnExit implements AutoCloseable {
  private final Runnable stop;
  private final Duration grace;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook = new Thread(this::shutDown, "stop-on-exit");

  /**
   * Begins to look out for the end of the JVM.
   *
   * @param stop asks the run to stop; called at most once, by a thread of its own
   * @param grace how long the JVM lives on at the most when that has returned
   */
  public StopOnExit(Runnable stop, Duration grace) {
    this.stop = stop;
    this.grace = grace;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void shutDown() {
    stop.run();
    try {
      boolean unused = closed.await(grace.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
    }
  }

  /** Lets the JVM end. */
  @Override
  public void close() {
    closed.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException exiting) {
      // The hook is running, and ends now.
    }
  }
}
