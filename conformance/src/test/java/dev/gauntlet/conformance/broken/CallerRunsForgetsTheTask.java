package dev.gauntlet.conformance.broken;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.conformance.reference.ReferenceExecutor;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.spi.RejectionPolicy;

/** Violates L2 only: after a shutdown CALLER_RUNS returns a future that nobody completes. */
@Violates("L2")
final class CallerRunsForgetsTheTask extends ReferenceProvider {
  @Override
  public TaskExecutor newExecutor(ReferencePool pool) {
    return new ReferenceExecutor(pool) {
      @Override
      public TaskFuture<?> submit(Runnable task) {
        boolean forgotten =
            isShutdown() && pool.config.rejectionPolicy() == RejectionPolicy.CALLER_RUNS;
        return forgotten ? newPromise().future() : super.submit(task);
      }
    };
  }
}
