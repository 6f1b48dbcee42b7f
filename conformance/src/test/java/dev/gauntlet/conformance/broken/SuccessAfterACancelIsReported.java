package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePromise;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.spi.Promise;

/**
 * Violates S4 only: {@code trySucceed} on a cancelled promise returns true, as the cancel has done.
 */
@Violates("S4")
final class SuccessAfterACancelIsReported extends ReferenceProvider {
  @Override
  public <V> Promise<V> newPromise() {
    return new ReferencePromise<>() {
      @Override
      public boolean trySucceed(V value) {
        return super.trySucceed(value) || isCancelled();
      }
    };
  }
}
