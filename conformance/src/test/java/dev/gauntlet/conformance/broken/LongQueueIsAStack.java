package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import dev.gauntlet.spi.ExecutorConfig;
import java.util.List;

/** Violates L22 only: of more than a hundred tasks the only worker takes the last. */
@Violates("L22")
final class LongQueueIsAStack extends ReferenceProvider {
  @Override
  public ReferencePool newPool(ExecutorConfig config) {
    return new ReferencePool(this, config) {
      @Override
      public ReferenceTask<?> next() {
        boolean stack = config.workers() == 1 && queue.size() > 100;
        return stack ? List.copyOf(queue).get(queue.size() - 1) : super.next();
      }
    };
  }
}
