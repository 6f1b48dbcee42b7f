package dev.gauntlet.conformance.broken;

import dev.gauntlet.FuturesTimeoutException;
import dev.gauntlet.MapOptions;
import dev.gauntlet.MappedResults;
import dev.gauntlet.TaskExecutor;
import dev.gauntlet.conformance.reference.ReferenceExecutor;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.spi.Deadline;
import java.util.function.Function;

/** Violates M4 only: after the deadline {@code next} does not deliver a result that is there. */
@Violates("M4")
final class DeadlineBeatsTheResult extends ReferenceProvider {
  @Override
  public TaskExecutor newExecutor(ReferencePool pool) {
    return new ReferenceExecutor(pool) {
      @Override
      public <A, R> MappedResults<R> map(
          Function<? super A, ? extends R> fn, Iterable<? extends A> inputs, MapOptions options) {
        Deadline deadline = options.timeout() == null ? null : Deadline.after(options.timeout());
        return new ForwardingResults<R>(super.map(fn, inputs, options)) {
          @Override
          public R next() {
            if (deadline != null && deadline.hasPassed() && hasNext()) {
              close();
              throw new FuturesTimeoutException(1, 1);
            }
            return super.next();
          }
        };
      }
    };
  }
}
