package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.util.concurrent.Callable;

/** Violates K8 only: what a callback of a cancelled future throws is reported twice. */
@Violates("K8")
final class FailureOnACancellerIsReportedTwice extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      @Override
      public void reportCallbackFailure(Throwable thrown) {
        super.reportCallbackFailure(thrown);
        if (isCancelled()) {
          super.reportCallbackFailure(thrown);
        }
      }
    };
  }
}
