package dev.gauntlet.conformance.broken;

import dev.gauntlet.MapOptions;
import dev.gauntlet.MappedResults;
import dev.gauntlet.TaskExecutor;
import dev.gauntlet.conformance.reference.ReferenceExecutor;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Violates M16 only: the iterator of a {@code map} refers to the results it has yielded. */
@Violates("M16")
final class YieldedResultIsRetained extends ReferenceProvider {
  @Override
  public TaskExecutor newExecutor(ReferencePool pool) {
    return new ReferenceExecutor(pool) {
      @Override
      public <A, R> MappedResults<R> map(
          Function<? super A, ? extends R> fn, Iterable<? extends A> inputs, MapOptions options) {
        return new ForwardingResults<R>(super.map(fn, inputs, options)) {
          private final List<R> yielded = new ArrayList<>();

          @Override
          public R next() {
            R result = super.next();
            yielded.add(result);
            return result;
          }
        };
      }
    };
  }
}
