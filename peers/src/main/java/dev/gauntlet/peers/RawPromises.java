package dev.gauntlet.peers;

import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The hand-settled futures of a peer without any object of an adapter. A promise is the peer's own
 * future, passed as an Object so that one caller can drive every peer.
 */
public interface RawPromises {

  /** Returns a new pending promise. */
  Object newPromise();

  /** Settles a promise that is not done. */
  void succeed(Object promise, @Nullable Object value);

  /** Waits for the value of a promise as the peer does. */
  @Nullable Object get(Object promise) throws InterruptedException, ExecutionException;

  /**
   * Has the peer run {@code listener} on the thread that settles the promise. Unless {@link
   * #takesManyListeners}, called at most once, and before the promise is shared with that thread.
   */
  void addListener(Object promise, Runnable listener);

  /**
   * Returns whether a promise takes any number of listeners at any time; one that is done runs them
   * on the thread that adds them.
   */
  default boolean takesManyListeners() {
    return true;
  }
}
