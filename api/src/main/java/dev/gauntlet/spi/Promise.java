package dev.gauntlet.spi;

import dev.gauntlet.TaskFuture;
import org.jspecify.annotations.Nullable;

/**
 * The writing side of one {@link TaskFuture}. Of all calls that settle or cancel a future exactly
 * one has an effect (S4); waiters are released, then callbacks run on the thread of that call (S5).
 * What happens before the settling call happens-before whatever learns of it (V2).
 */
public interface Promise<V extends @Nullable Object> {

  /** Returns the reading side; always the same instance. */
  TaskFuture<V> future();

  /**
   * Moves the future from PENDING to RUNNING.
   *
   * @return false if it is done already
   * @throws IllegalStateException if it is running already (S10)
   */
  boolean start();

  /** Settles the future with a value if it is not done (S9); returns whether this call did it. */
  boolean trySucceed(V value);

  /**
   * Settles the future with a failure if it is not done; returns whether this call did it.
   *
   * @throws NullPointerException if {@code failure} is null (S11)
   */
  boolean tryFail(Throwable failure);
}
