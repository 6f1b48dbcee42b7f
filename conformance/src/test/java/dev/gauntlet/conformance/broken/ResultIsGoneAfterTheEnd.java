package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import dev.gauntlet.spi.Capability;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * Violates Y1 only: without shared memory {@code result} throws when the executor has terminated.
 */
@Violates("Y1")
final class ResultIsGoneAfterTheEnd extends ReferenceProvider {
  @Override
  public Set<Capability> capabilities() {
    return EnumSet.complementOf(EnumSet.of(Capability.SHARED_MEMORY));
  }

  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      @Override
      public V result() throws InterruptedException {
        if (pool.isTerminated()) {
          throw new IllegalStateException("the other heap is gone");
        }
        return super.result();
      }
    };
  }
}
