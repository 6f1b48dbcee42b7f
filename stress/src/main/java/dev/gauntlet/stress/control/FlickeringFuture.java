package dev.gauntlet.stress.control;

import org.jspecify.annotations.Nullable;

/** Takes each step twice: in between, the state that was left shows once more. */
public final class FlickeringFuture<V extends @Nullable Object> extends SteppedFuture<V> {

  /** Creates a pending one. */
  public FlickeringFuture() {}

  @Override
  boolean replace(Outcome expected, Outcome update) {
    if (!outcome.compareAndSet(expected, update)) {
      return false;
    }
    Pause.briefly();
    outcome.set(expected);
    Pause.briefly();
    outcome.set(update);
    return true;
  }
}
