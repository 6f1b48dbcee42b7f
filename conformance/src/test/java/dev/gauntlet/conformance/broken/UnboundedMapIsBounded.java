package dev.gauntlet.conformance.broken;

import dev.gauntlet.MapOptions;
import dev.gauntlet.MappedResults;
import dev.gauntlet.TaskExecutor;
import dev.gauntlet.conformance.reference.ReferenceExecutor;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import java.util.function.Function;

/**
 * Violates M2 only: a {@code map} without a buffer size submits ten inputs, and the others during
 * the iteration.
 */
@Violates("M2")
final class UnboundedMapIsBounded extends ReferenceProvider {
  @Override
  public TaskExecutor newExecutor(ReferencePool pool) {
    return new ReferenceExecutor(pool) {
      @Override
      public <A, R> MappedResults<R> map(
          Function<? super A, ? extends R> fn, Iterable<? extends A> inputs, MapOptions options) {
        boolean unbounded = options.bufferSize() == 0;
        return super.map(fn, inputs, unbounded ? options.withBufferSize(10) : options);
      }
    };
  }
}
