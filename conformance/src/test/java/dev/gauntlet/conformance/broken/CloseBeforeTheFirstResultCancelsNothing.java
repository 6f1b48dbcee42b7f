package dev.gauntlet.conformance.broken;

import dev.gauntlet.MapOptions;
import dev.gauntlet.MappedResults;
import dev.gauntlet.TaskExecutor;
import dev.gauntlet.conformance.reference.ReferenceExecutor;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import java.util.NoSuchElementException;
import java.util.function.Function;

/** Violates M6 only: {@code close} before the first {@code next} lets all tasks run. */
@Violates("M6")
final class CloseBeforeTheFirstResultCancelsNothing extends ReferenceProvider {
  @Override
  public TaskExecutor newExecutor(ReferencePool pool) {
    return new ReferenceExecutor(pool) {
      @Override
      public <A, R> MappedResults<R> map(
          Function<? super A, ? extends R> fn, Iterable<? extends A> inputs, MapOptions options) {
        return new ForwardingResults<R>(super.map(fn, inputs, options)) {
          private boolean started;
          private boolean closed;

          @Override
          public boolean hasNext() {
            return !closed && super.hasNext();
          }

          @Override
          public R next() {
            started = true;
            if (closed) {
              throw new NoSuchElementException();
            }
            return super.next();
          }

          @Override
          public void close() {
            closed = true;
            if (started) {
              super.close();
            }
          }
        };
      }
    };
  }
}
