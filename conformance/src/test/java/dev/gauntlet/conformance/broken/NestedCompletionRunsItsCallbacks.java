package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePromise;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.spi.Promise;

/** Violates K10 only: the first completion within a callback runs its callbacks on top of it. */
@Violates("K10")
final class NestedCompletionRunsItsCallbacks extends ReferenceProvider {
  private static final ThreadLocal<Integer> DEPTH = ThreadLocal.withInitial(() -> 0);

  @Override
  public <V> Promise<V> newPromise() {
    return new ReferencePromise<>() {
      @Override
      public void runCallbacks() {
        int depth = DEPTH.get();
        DEPTH.set(depth + 1);
        if (depth == 1) {
          takeCallbacks().forEach(this::call);
        } else {
          super.runCallbacks();
        }
        DEPTH.set(depth);
      }
    };
  }
}
