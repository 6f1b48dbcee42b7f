package dev.gauntlet.soak;

import java.util.IdentityHashMap;
import java.util.function.BiConsumer;

/**
 * Which Throwables were thrown into a handler's care, and which arrived there. They are told apart
 * by identity and counted, since the virtual machine may throw the same OutOfMemoryError twice.
 */
final class Throws {
  private final IdentityHashMap<Throwable, int[]> balance = new IdentityHashMap<>();

  /** To be called before the throw. */
  synchronized void thrown(Throwable failure) {
    balance.computeIfAbsent(failure, unknown -> new int[1])[0]++;
  }

  /** Returns whether the handler may have this Throwable at all. */
  synchronized boolean reported(Throwable failure) {
    int[] open = balance.get(failure);
    if (open == null) {
      return false;
    }
    open[0]--;
    return true;
  }

  /** Names each Throwable that was reported less or more often than it was thrown. */
  synchronized void forEachImbalance(BiConsumer<Throwable, Integer> action) {
    balance.forEach((failure, open) -> {
      if (open[0] != 0) {
        action.accept(failure, open[0]);
      }
    });
  }
}
