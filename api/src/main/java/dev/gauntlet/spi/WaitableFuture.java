package dev.gauntlet.spi;

import dev.gauntlet.TaskFuture;
import org.jspecify.annotations.Nullable;

/** A {@link TaskFuture} to which the shared waiting operations can listen, and stop listening. */
public interface WaitableFuture<V extends @Nullable Object> extends TaskFuture<V> {

  /**
   * Registers a waiter.
   *
   * @return false if the future is done: the waiter is not called. True if it will be called unless
   *     it is removed before.
   */
  boolean addWaiter(FutureWaiter waiter);

  /**
   * Removes one registration of {@code waiter}, compared by identity, if there is one. Afterwards
   * the future holds no reference to it (R13, W10). The waiter may still be called if the future is
   * completed at the same time.
   */
  void removeWaiter(FutureWaiter waiter);

  /**
   * Runs the task on the calling thread if it is pending and the caller is a worker of its executor
   * (capability {@link Capability#HELPS_NESTED_JOIN}).
   *
   * @return whether the task was run
   * @throws IllegalStateException if the calling thread is executing this very task, so that a wait
   *     for it would never end (R20)
   */
  default boolean tryRunInPlace() {
    return false;
  }
}
