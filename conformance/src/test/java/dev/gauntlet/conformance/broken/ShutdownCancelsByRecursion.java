package dev.gauntlet.conformance.broken;

import dev.gauntlet.TaskState;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import dev.gauntlet.spi.ExecutorConfig;
import java.util.List;

/** Violates C21 only: {@code shutdown(true)} needs a stack frame for each queued task. */
@Violates("C21")
final class ShutdownCancelsByRecursion extends ReferenceProvider {
  @Override
  public ReferencePool newPool(ExecutorConfig config) {
    return new ReferencePool(this, config) {
      @Override
      public void shutdown(boolean cancelPending) {
        if (cancelPending) {
          super.shutdown(false);
          cancelFrom(queued(), 0);
        }
        super.shutdown(cancelPending);
      }

      private int cancelFrom(List<ReferenceTask<?>> queued, int index) {
        if (index == queued.size()) {
          return 0;
        }
        queued.get(index).settleAndAnnounce(TaskState.CANCELLED, null, null);
        return 1 + cancelFrom(queued, index + 1);
      }
    };
  }
}
