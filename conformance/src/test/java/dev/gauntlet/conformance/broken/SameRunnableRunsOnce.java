package dev.gauntlet.conformance.broken;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.conformance.reference.ReferenceExecutor;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** Violates J7 only: a Runnable that is executed again right after itself does not run again. */
@Violates("J7")
final class SameRunnableRunsOnce extends ReferenceProvider {
  @Override
  public TaskExecutor newExecutor(ReferencePool pool) {
    return new ReferenceExecutor(pool) {
      private final AtomicReference<Runnable> last = new AtomicReference<>();

      @Override
      public void execute(Runnable command) {
        if (last.getAndSet(Objects.requireNonNull(command)) != command) {
          super.execute(command);
        }
      }
    };
  }
}
