package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.util.concurrent.Callable;

/** Violates L21 only: what an executed Runnable throws reaches the handler twice. */
@Violates("L21")
final class UncaughtIsReportedTwice extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      @Override
      public void reportUncaught(Throwable failure) {
        super.reportUncaught(failure);
        super.reportUncaught(failure);
      }
    };
  }
}
