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
    if (awaitUninterruptibly(executor)) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns whether the caller was interrupted; the first interrupt hurries the shutdown. */
  private static boolean awaitUninterruptibly(TaskExecutor executor) {
    boolean interrupted = false;
    while (true) {
      try {
        if (executor.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS)) {
          return interrupted;
        }
      } catch (InterruptedException interrupt) {
        if (!interrupted) {
          interrupted = true;
          executor.shutdownNow();
        }
      }
    }
  }
}
