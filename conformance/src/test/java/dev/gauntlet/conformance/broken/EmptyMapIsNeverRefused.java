package dev.gauntlet.conformance.broken;

import dev.gauntlet.MapOptions;
import dev.gauntlet.MappedResults;
import dev.gauntlet.TaskExecutor;
import dev.gauntlet.conformance.reference.ReferenceExecutor;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import java.util.function.Function;

/** Violates M18 only: {@code map} of nothing is not refused after a shutdown. */
@Violates("M18")
final class EmptyMapIsNeverRefused extends ReferenceProvider {
  @Override
  public TaskExecutor newExecutor(ReferencePool pool) {
    return new ReferenceExecutor(pool) {
      @Override
      public <A, R> MappedResults<R> map(
          Function<? super A, ? extends R> fn, Iterable<? extends A> inputs, MapOptions options) {
        if (isShutdown() && !inputs.iterator().hasNext()) {
          return new ForwardingResults<>(() -> null) {
            @Override
            public boolean hasNext() {
              return false;
            }
          };
        }
        return super.map(fn, inputs, options);
      }
    };
  }
}
