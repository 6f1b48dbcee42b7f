package dev.gauntlet.conformance.broken;

import dev.gauntlet.MapOptions;
import dev.gauntlet.MappedResults;
import dev.gauntlet.TaskExecutor;
import dev.gauntlet.conformance.reference.ReferenceExecutor;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import java.lang.ref.WeakReference;
import java.util.function.Function;

/**
 * Violates M13 only: a bounded {@code map} does not keep its executor, which the garbage collection
 * shuts down. The rule collects before each result, and a weak reference is cleared by the first
 * collection.
 */
@Violates("M13")
final class BoundedMapHoldsItsExecutorWeakly extends ReferenceProvider {
  @Override
  public TaskExecutor newExecutor(ReferencePool pool) {
    return new ReferenceExecutor(pool) {
      @Override
      public <A, R> MappedResults<R> map(
          Function<? super A, ? extends R> fn, Iterable<? extends A> inputs, MapOptions options) {
        if (options.bufferSize() == 0) {
          return super.map(fn, inputs, options);
        }
        TaskExecutor weak = new WeakExecutor(new WeakReference<>(this));
        return weak.map(fn, inputs, options);
      }
    };
  }
}
