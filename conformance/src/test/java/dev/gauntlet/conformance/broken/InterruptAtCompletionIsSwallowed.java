package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import dev.gauntlet.spi.Deadline;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/**
 * Violates R11 only: a retrieval that was interrupted, and finds the future done when it looks
 * again, forgets the interrupt. In most of the rounds of the rule the body ends within the 2
 * milliseconds.
 */
@Violates("R11")
final class InterruptAtCompletionIsSwallowed extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      @Override
      public boolean awaitDoneUntil(Deadline deadline) throws InterruptedException {
        boolean before = Thread.currentThread().isInterrupted();
        try {
          return super.awaitDoneUntil(deadline);
        } catch (InterruptedException interrupt) {
          if (before || !Window.until(this::isDone, 2, TimeUnit.MILLISECONDS)) {
            throw interrupt;
          }
          return true;
        }
      }
    };
  }
}
