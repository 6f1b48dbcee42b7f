package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import dev.gauntlet.spi.Capability;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;

/** Violates Y7 only: without an order the 400th task of a pool runs twice if it returns true. */
@Violates("Y7")
final class TaskRunsTwice extends ReferenceProvider {
  @Override
  public Set<Capability> capabilities() {
    return EnumSet.complementOf(EnumSet.of(Capability.FIFO_WITH_ONE_WORKER));
  }

  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      private final boolean twice = pool.submitted() == 399;

      @Override
      public Callable<V> takeBody() {
        Callable<V> once = super.takeBody();
        return () -> {
          V value = once.call();
          return twice && Boolean.TRUE.equals(value) ? once.call() : value;
        };
      }
    };
  }
}
