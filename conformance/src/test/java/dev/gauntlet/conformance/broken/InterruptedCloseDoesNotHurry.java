package dev.gauntlet.conformance.broken;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.conformance.reference.ReferenceExecutor;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import java.util.concurrent.TimeUnit;

/**
 * Violates L9 only: a {@code close} that is interrupted goes on waiting, without {@code
 * shutdownNow}.
 */
@Violates("L9")
final class InterruptedCloseDoesNotHurry extends ReferenceProvider {
  @Override
  public TaskExecutor newExecutor(ReferencePool pool) {
    return new ReferenceExecutor(pool) {
      @Override
      public void close() {
        if (isCurrentThreadWorker()) {
          super.close();
        }
        shutdown();
        boolean interrupted = false;
        while (true) {
          try {
            if (awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS)) {
              break;
            }
          } catch (InterruptedException interrupt) {
            interrupted = true;
          }
        }
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
      }
    };
  }
}
