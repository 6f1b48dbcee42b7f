package dev.gauntlet.conformance.broken;

import dev.gauntlet.TaskState;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/**
 * Violates C6 only: {@code cancel()} finds that the body has not started and answers true, although
 * it starts before the state is changed. The aim of the rule is early or late by microseconds, so
 * that one of its first rounds falls into the millisecond.
 */
@Violates("C6")
final class PlainCancelLooksBeforeItLeaps extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      @Override
      public boolean cancel() {
        boolean pending = taskState() == TaskState.PENDING && pool.queueLength() < 3;
        if (pending
            && Window.until(() -> taskState() != TaskState.PENDING, 1, TimeUnit.MILLISECONDS)) {
          cancel(false);
          return true;
        }
        return super.cancel();
      }
    };
  }
}
