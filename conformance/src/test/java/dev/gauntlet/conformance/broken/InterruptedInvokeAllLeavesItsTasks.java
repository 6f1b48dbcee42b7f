package dev.gauntlet.conformance.broken;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskState;
import dev.gauntlet.conformance.reference.ReferenceExecutor;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;

/** Violates J4 only: an {@code invokeAll} that is interrupted lets its tasks run on. */
@Violates("J4")
final class InterruptedInvokeAllLeavesItsTasks extends ReferenceProvider {
  private static final ThreadLocal<Boolean> INVOKING = ThreadLocal.withInitial(() -> false);

  @Override
  public TaskExecutor newExecutor(ReferencePool pool) {
    return new ReferenceExecutor(pool) {
      @Override
      public <T> List<Future<T>> invokeAll(Collection<? extends Callable<T>> tasks)
          throws InterruptedException {
        INVOKING.set(true);
        try {
          return super.invokeAll(tasks);
        } finally {
          INVOKING.remove();
        }
      }
    };
  }

  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      @Override
      public boolean cancel(boolean mayInterruptIfRunning) {
        boolean spared = INVOKING.get() && taskState() == TaskState.RUNNING;
        return !spared && super.cancel(mayInterruptIfRunning);
      }
    };
  }
}
