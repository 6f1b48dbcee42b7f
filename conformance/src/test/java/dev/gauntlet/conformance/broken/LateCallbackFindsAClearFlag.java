package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.util.concurrent.Callable;

/** Violates K11 only: a late callback on an interrupted caller finds the flag clear. */
@Violates("K11")
final class LateCallbackFindsAClearFlag extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      @Override
      public void runCallback(Runnable callback) {
        boolean clear = pool.currentWorker() == null && Thread.interrupted();
        super.runCallback(callback);
        if (clear) {
          Thread.currentThread().interrupt();
        }
      }
    };
  }
}
