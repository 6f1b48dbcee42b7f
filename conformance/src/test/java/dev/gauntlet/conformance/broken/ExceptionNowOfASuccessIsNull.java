package dev.gauntlet.conformance.broken;

import dev.gauntlet.TaskState;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.util.concurrent.Callable;

/** Violates R23 only: {@code exceptionNow} of a succeeded future returns null. */
@Violates("R23")
final class ExceptionNowOfASuccessIsNull extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      @Override
      public Throwable exceptionNow() {
        return taskState() == TaskState.SUCCEEDED ? null : super.exceptionNow();
      }
    };
  }
}
