package dev.gauntlet.conformance.broken;

import dev.gauntlet.MapOptions;
import dev.gauntlet.MappedResults;
import dev.gauntlet.TaskExecutor;
import dev.gauntlet.conformance.reference.ReferenceExecutor;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Violates M14 only: a bounded {@code map} reads its input on a thread of its own. */
@Violates("M14")
final class InputIsReadElsewhere extends ReferenceProvider {
  @Override
  public TaskExecutor newExecutor(ReferencePool pool) {
    return new ReferenceExecutor(pool) {
      @Override
      public <A, R> MappedResults<R> map(
          Function<? super A, ? extends R> fn, Iterable<? extends A> inputs, MapOptions options) {
        if (options.bufferSize() == 0) {
          return super.map(fn, inputs, options);
        }
        Iterator<? extends A> input = inputs.iterator();
        return super.map(
            fn,
            () ->
                new Iterator<A>() {
                  @Override
                  public boolean hasNext() {
                    return CompletableFuture.supplyAsync(input::hasNext).join();
                  }

                  @Override
                  public A next() {
                    return CompletableFuture.<A>supplyAsync(input::next).join();
                  }
                },
            options);
      }
    };
  }
}
