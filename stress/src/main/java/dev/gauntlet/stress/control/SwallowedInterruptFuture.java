package dev.gauntlet.stress.control;

import org.jspecify.annotations.Nullable;

/** Drops an interrupt that meets a waiting thread when the outcome is there by then. */
public final class SwallowedInterruptFuture<V extends @Nullable Object> extends SteppedFuture<V> {

  /** Creates a pending one. */
  public SwallowedInterruptFuture() {}

  @Override
  void interrupted() throws InterruptedException {
    if (!isDone()) {
      throw new InterruptedException();
    }
  }
}
