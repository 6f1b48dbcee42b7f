package dev.gauntlet.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends a run in good order when the JVM is told to end, as by Ctrl-C: the run is asked to stop, and
 * the JVM lives on until this is closed, so that what was done can be printed.
 */
final class StopOnExit implements AutoCloseable {
  private static final long GRACE_SECONDS = 60;

  private final Runnable stop;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook = new Thread(this::shutDown, "stop-on-exit");

  StopOnExit(Runnable stop) {
    this.stop = stop;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void shutDown() {
    stop.run();
    try {
      boolean unused = closed.await(GRACE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
    }
  }

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
