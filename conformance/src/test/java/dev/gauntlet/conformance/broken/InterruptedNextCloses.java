package dev.gauntlet.conformance.broken;

import dev.gauntlet.FuturesInterruptedException;
import dev.gauntlet.MapOptions;
import dev.gauntlet.MappedResults;
import dev.gauntlet.TaskExecutor;
import dev.gauntlet.conformance.reference.ReferenceExecutor;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import java.util.function.Function;

/** Violates M17 only: an interrupted {@code next} closes the iteration. */
@Violates("M17")
final class InterruptedNextCloses extends ReferenceProvider {
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
            } catch (FuturesInterruptedException interrupt) {
              close();
              throw interrupt;
            }
          }
        };
      }
    };
  }
}
