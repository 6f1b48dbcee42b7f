package dev.gauntlet.conformance.broken;

import dev.gauntlet.TaskState;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import dev.gauntlet.spi.Capability;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Violates Y6 only: without helping a worker that waits with a time-out for a queued task gets no
 * time-out.
 */
@Violates("Y6")
final class TimedNestedJoinIsRefused extends ReferenceProvider {
  @Override
  public Set<Capability> capabilities() {
    return EnumSet.complementOf(EnumSet.of(Capability.HELPS_NESTED_JOIN));
  }

  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      @Override
      public V get(long timeout, TimeUnit unit)
          throws InterruptedException, ExecutionException, TimeoutException {
        if (pool.currentWorker() != null && taskState() == TaskState.PENDING) {
          throw new IllegalStateException("a worker does not wait");
        }
        return super.get(timeout, unit);
      }
    };
  }
}
