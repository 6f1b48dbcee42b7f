package dev.gauntlet.conformance.broken;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.conformance.reference.ReferenceExecutor;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;

/** Violates J8 only: what {@code CompletableFuture.supplyAsync} executes is refused. */
@Violates("J8")
final class CompletableFutureIsRefused extends ReferenceProvider {
  @Override
  public TaskExecutor newExecutor(ReferencePool pool) {
    return new ReferenceExecutor(pool) {
      @Override
      public void execute(Runnable command) {
        if (command instanceof CompletableFuture.AsynchronousCompletionTask) {
          throw new RejectedExecutionException("not a task of ours");
        }
        super.execute(command);
      }
    };
  }
}
