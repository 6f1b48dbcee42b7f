package dev.gauntlet.conformance.broken;

import dev.gauntlet.MapOptions;
import dev.gauntlet.MappedResults;
import dev.gauntlet.TaskExecutor;
import dev.gauntlet.conformance.reference.ReferenceExecutor;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;

/**
 * Violates M11 only: a {@code map} with a buffer of one asks for three results before it yields the
 * first.
 */
@Violates("M11")
final class BufferOfOneHoldsTwo extends ReferenceProvider {
  @Override
  public TaskExecutor newExecutor(ReferencePool pool) {
    return new ReferenceExecutor(pool) {
      @Override
      public <A, R> MappedResults<R> map(
          Function<? super A, ? extends R> fn, Iterable<? extends A> inputs, MapOptions options) {
        MappedResults<R> results = super.map(fn, inputs, options);
        Deque<R> ahead = new ArrayDeque<>();
        return options.bufferSize() != 1
            ? results
            : new ForwardingResults<R>(results) {
              @Override
              public boolean hasNext() {
                return !ahead.isEmpty() || super.hasNext();
              }

              @Override
              public R next() {
                while (ahead.size() < 3 && !isShutdown() && super.hasNext()) {
                  ahead.add(super.next());
                }
                return ahead.isEmpty() ? super.next() : ahead.remove();
              }
            };
      }
    };
  }
}
