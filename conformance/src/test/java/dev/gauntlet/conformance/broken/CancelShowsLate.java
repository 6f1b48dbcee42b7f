package dev.gauntlet.conformance.broken;

import dev.gauntlet.TaskState;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import dev.gauntlet.spi.Capability;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/**
 * Violates Y2 only: without interrupts a task that {@code cancel(true)} has cancelled is RUNNING
 * for a while.
 */
@Violates("Y2")
final class CancelShowsLate extends ReferenceProvider {
  @Override
  public Set<Capability> capabilities() {
    return EnumSet.complementOf(EnumSet.of(Capability.INTERRUPTS_RUNNING_TASKS));
  }

  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      private volatile long late;

      @Override
      public boolean cancel(boolean mayInterruptIfRunning) {
        boolean running = taskState() == TaskState.RUNNING;
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        if (running && cancelled && mayInterruptIfRunning) {
          late = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(10);
        }
        return cancelled;
      }

      @Override
      public TaskState taskState() {
        boolean running = late != 0 && System.nanoTime() - late < 0;
        return running ? TaskState.RUNNING : super.taskState();
      }
    };
  }
}
