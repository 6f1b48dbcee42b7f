package dev.gauntlet;

import dev.gauntlet.spi.WorkerAware;
import java.util.concurrent.TimeUnit;

/** How an executor is closed (L9, L10). */
final class ExecutorClosing {

  private ExecutorClosing() {}

  static void close(TaskExecutor executor) {
    executor.shutdown();
    if (executor instanceof WorkerAware pool && pool.isCurrentThreadWorker()) {
      throw new IllegalStateException(
          "close() would wait for the worker that calls it; the shutdown is initiated");
    }
    awaitUninterruptibly(executor);
  }

  /** The first interrupt hurries the shutdown; the caller finds its flag again. */
  private static void awaitUninterruptibly(TaskExecutor executor) {
    boolean terminated = false;
    boolean interrupted = false;
    try {
      while (!terminated) {
        try {
          terminated = executor.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupt) {
          if (!interrupted) {
            interrupted = true;
            executor.shutdownNow();
          }
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
