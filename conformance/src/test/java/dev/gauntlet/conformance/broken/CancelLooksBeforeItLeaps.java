package dev.gauntlet.conformance.broken;

import dev.gauntlet.TaskState;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/**
 * Violates C7 only: {@code cancel(boolean)} finds the body running and answers true, although the
 * body ends before the state is changed. The aim of the rule is early or late by microseconds, so
 * that one of its first rounds falls into the millisecond.
 */
@Violates("C7")
final class CancelLooksBeforeItLeaps extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      @Override
      public boolean cancel(boolean mayInterruptIfRunning) {
        boolean running = taskState() == TaskState.RUNNING;
        if (running && bodyThread() != Thread.currentThread()) {
          Window.until(this::isDone, 1, TimeUnit.MILLISECONDS);
        }
        return super.cancel(mayInterruptIfRunning) || running && !isCancelled();
      }
    };
  }
}
