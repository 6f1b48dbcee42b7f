package dev.gauntlet.conformance.broken;

import dev.gauntlet.FuturesTimeoutException;
import dev.gauntlet.MapOptions;
import dev.gauntlet.MappedResults;
import dev.gauntlet.TaskExecutor;
import dev.gauntlet.conformance.reference.ReferenceExecutor;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import java.util.function.Function;

/**
 * Violates M5 only: a FuturesTimeoutException of the function is taken for the deadline of the
 * iteration.
 */
@Violates("M5")
final class TimeoutOfTheFunctionEndsTheIteration extends ReferenceProvider {
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
            } catch (FuturesTimeoutException expired) {
              close();
              throw expired;
            }
          }
        };
      }
    };
  }
}
