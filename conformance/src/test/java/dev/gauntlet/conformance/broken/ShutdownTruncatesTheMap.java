package dev.gauntlet.conformance.broken;

import dev.gauntlet.MapOptions;
import dev.gauntlet.MappedResults;
import dev.gauntlet.TaskExecutor;
import dev.gauntlet.conformance.reference.ReferenceExecutor;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import java.util.function.Function;

/** Violates M12 only: after a shutdown the iterator of a {@code map} ends in silence. */
@Violates("M12")
final class ShutdownTruncatesTheMap extends ReferenceProvider {
  @Override
  public TaskExecutor newExecutor(ReferencePool pool) {
    return new ReferenceExecutor(pool) {
      @Override
      public <A, R> MappedResults<R> map(
          Function<? super A, ? extends R> fn, Iterable<? extends A> inputs, MapOptions options) {
        return new ForwardingResults<R>(super.map(fn, inputs, options)) {
          @Override
          public boolean hasNext() {
            return !isShutdown() && super.hasNext();
          }
        };
      }
    };
  }
}
