package dev.gauntlet.conformance.broken;

import dev.gauntlet.MapOptions;
import dev.gauntlet.MappedResults;
import dev.gauntlet.TaskExecutor;
import dev.gauntlet.conformance.reference.ReferenceExecutor;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import java.util.function.Function;

/** Violates M3 only: after a failure of the function nothing is left to yield. */
@Violates("M3")
final class FailureEndsTheIteration extends ReferenceProvider {
  @Override
  public TaskExecutor newExecutor(ReferencePool pool) {
    return new ReferenceExecutor(pool) {
      @Override
      public <A, R> MappedResults<R> map(
          Function<? super A, ? extends R> fn, Iterable<? extends A> inputs, MapOptions options) {
        return new ForwardingResults<R>(super.map(fn, inputs, options)) {
          @Override
          public R next() {
            try {
              return super.next();
            } catch (IllegalStateException failure) {
              close();
              throw failure;
            }
          }
        };
      }
    };
  }
}
