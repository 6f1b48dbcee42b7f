package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.util.concurrent.Callable;

/** Violates S5 only: a callback that blocks delays those who wait in {@code await}. */
@Violates("S5")
final class CallbacksRunBeforeTheWaitersAreTold extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      @Override
      public void tellWaiters() {
        runCallbacks();
        super.tellWaiters();
      }
    };
  }
}
