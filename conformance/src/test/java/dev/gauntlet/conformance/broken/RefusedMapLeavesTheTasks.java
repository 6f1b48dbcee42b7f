package dev.gauntlet.conformance.broken;

import dev.gauntlet.MapOptions;
import dev.gauntlet.MappedResults;
import dev.gauntlet.TaskExecutor;
import dev.gauntlet.conformance.reference.ReferenceExecutor;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.util.concurrent.Callable;
import java.util.function.Function;

/**
 * Violates M9 only: when a submission is refused, the tasks that {@code map} has submitted before
 * run.
 */
@Violates("M9")
final class RefusedMapLeavesTheTasks extends ReferenceProvider {
  private static final ThreadLocal<Boolean> MAPPING = ThreadLocal.withInitial(() -> false);

  @Override
  public TaskExecutor newExecutor(ReferencePool pool) {
    return new ReferenceExecutor(pool) {
      @Override
      public <A, R> MappedResults<R> map(
          Function<? super A, ? extends R> fn, Iterable<? extends A> inputs, MapOptions options) {
        MAPPING.set(true);
        try {
          return super.map(fn, inputs, options);
        } finally {
          MAPPING.remove();
        }
      }
    };
  }

  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      @Override
      public boolean cancel() {
        boolean keep = MAPPING.get() && pool.config.queueCapacity().isPresent();
        return !keep && super.cancel();
      }
    };
  }
}
