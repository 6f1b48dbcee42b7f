package dev.gauntlet.conformance.broken;

import dev.gauntlet.MapOptions;
import dev.gauntlet.MappedResults;
import dev.gauntlet.TaskExecutor;
import dev.gauntlet.conformance.reference.ReferenceExecutor;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import java.util.function.Function;
import java.util.function.Supplier;

/** Violates M10 only: a bounded {@code map} reads its input when the first result is asked for. */
@Violates("M10")
final class BoundedMapStartsLate extends ReferenceProvider {
  @Override
  public TaskExecutor newExecutor(ReferencePool pool) {
    return new ReferenceExecutor(pool) {
      @Override
      public <A, R> MappedResults<R> map(
          Function<? super A, ? extends R> fn, Iterable<? extends A> inputs, MapOptions options) {
        if (options.bufferSize() == 0) {
          return super.map(fn, inputs, options);
        }
        Supplier<MappedResults<R>> late = () -> super.map(fn, inputs, options);
        return new ForwardingResults<>(late);
      }
    };
  }
}
