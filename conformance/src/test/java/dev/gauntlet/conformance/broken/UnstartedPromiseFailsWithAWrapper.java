package dev.gauntlet.conformance.broken;

import dev.gauntlet.TaskState;
import dev.gauntlet.conformance.reference.ReferencePromise;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.spi.Promise;
import java.util.concurrent.CompletionException;

/** Violates S9 only: the failure of a promise that was never started comes in a wrapper. */
@Violates("S9")
final class UnstartedPromiseFailsWithAWrapper extends ReferenceProvider {
  @Override
  public <V> Promise<V> newPromise() {
    return new ReferencePromise<>() {
      @Override
      public boolean tryFail(Throwable failure) {
        boolean wrap = failure != null && taskState() == TaskState.PENDING;
        return super.tryFail(wrap ? new CompletionException(failure) : failure);
      }
    };
  }
}
