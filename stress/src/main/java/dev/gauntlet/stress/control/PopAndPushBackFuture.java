package dev.gauntlet.stress.control;

import dev.gauntlet.spi.FutureWaiter;
import org.jspecify.annotations.Nullable;

/** Removes a waiter by taking all and putting the rest back: those are away meanwhile. */
public final class PopAndPushBackFuture<V extends @Nullable Object> extends SteppedFuture<V> {

  /** Creates a pending one. */
  public PopAndPushBackFuture() {}

  @Override
  void leave(FutureWaiter waiter) {
    Waiters all = waiters.getAndSet(null);
    Pause.shortly();
    waiters.set(all == TOLD ? TOLD : without(all, waiter));
  }
}
