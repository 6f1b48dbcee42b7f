package dev.gauntlet.conformance.broken;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.conformance.reference.ReferenceExecutor;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import java.util.concurrent.TimeUnit;

/** Violates L11 only: {@code awaitTermination} gives up after half of its time. */
@Violates("L11")
final class TerminationIsAwaitedForHalfTheTime extends ReferenceProvider {
  @Override
  public TaskExecutor newExecutor(ReferencePool pool) {
    return new ReferenceExecutor(pool) {
      @Override
      public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        long nanos = unit.toNanos(timeout);
        return super.awaitTermination(
            nanos == Long.MAX_VALUE ? nanos : nanos / 2, TimeUnit.NANOSECONDS);
      }
    };
  }
}
