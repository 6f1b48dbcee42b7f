package dev.gauntlet.spi;

import dev.gauntlet.TaskFuture;

/** Is told that a future is done. */
@FunctionalInterface
public interface FutureWaiter {

  /**
   * Called once for each registration that was not removed in time, on the thread that completes or
   * cancels the future, after its state is published and before any callback (S5). Must return
   * quickly: it must not block, run user code or throw.
   */
  void futureDone(TaskFuture<?> future);
}
