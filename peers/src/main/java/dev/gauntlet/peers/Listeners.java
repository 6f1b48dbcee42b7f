package dev.gauntlet.peers;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The listeners of a future whose peer has one hook, or none, for all of them. They run in the
 * order of registration; what one throws goes to the caller of {@link #fire}, and the rest is lost,
 * as in any loop over listeners.
 */
final class Listeners {
  /** Guarded by this; null once fired. */
  private @Nullable List<Runnable> waiting = new ArrayList<>(1);

  /** Returns false if the future is done, so that the caller has to run the listener. */
  synchronized boolean add(Runnable listener) {
    return waiting != null && waiting.add(listener);
  }

  void fire() {
    for (Runnable listener : close()) {
      listener.run();
    }
  }

  private synchronized List<Runnable> close() {
    List<Runnable> released = waiting == null ? List.of() : waiting;
    waiting = null;
    return released;
  }
}
