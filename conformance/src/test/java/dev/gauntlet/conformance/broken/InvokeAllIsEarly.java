package dev.gauntlet.conformance.broken;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.conformance.reference.ReferenceExecutor;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Violates J3 only: a timed {@code invokeAll} gives up after a twentieth of its time. */
@Violates("J3")
final class InvokeAllIsEarly extends ReferenceProvider {
  @Override
  public TaskExecutor newExecutor(ReferencePool pool) {
    return new ReferenceExecutor(pool) {
      @Override
      public <T> List<Future<T>> invokeAll(
          Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit)
          throws InterruptedException {
        return super.invokeAll(tasks, timeout / 20, unit);
      }
    };
  }
}
