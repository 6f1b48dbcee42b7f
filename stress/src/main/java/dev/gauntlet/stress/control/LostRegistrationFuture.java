package dev.gauntlet.stress.control;

import dev.gauntlet.spi.FutureWaiter;
import org.jspecify.annotations.Nullable;

/** Registers in two steps, a look and a write: a waiter that comes between is lost. */
public final class LostRegistrationFuture<V extends @Nullable Object> extends SteppedFuture<V> {

  /** Creates a pending one. */
  public LostRegistrationFuture() {}

  @Override
  boolean register(FutureWaiter waiter) {
    Waiters rest = waiters.get();
    if (rest == TOLD) {
      return false;
    }
    Pause.shortly();
    waiters.set(new Waiters(waiter, rest));
    return true;
  }

  /** Parks without another look, trusting the registration. */
  @Override
  void awaitRelease(FutureWaiter waiter) throws InterruptedException {
    do {
      park(waiter);
    } while (!isSettled());
  }
}
