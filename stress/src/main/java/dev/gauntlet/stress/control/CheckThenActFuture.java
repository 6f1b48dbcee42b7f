package dev.gauntlet.stress.control;

import org.jspecify.annotations.Nullable;

/** Moves its state in two steps, a look and a write, so two calls may both win. */
public final class CheckThenActFuture<V extends @Nullable Object> extends SteppedFuture<V> {

  /** Creates a pending one. */
  public CheckThenActFuture() {}

  @Override
  boolean replace(Outcome expected, Outcome update) {
    if (outcome.get() != expected) {
      return false;
    }
    Pause.shortly();
    outcome.set(update);
    return true;
  }
}
