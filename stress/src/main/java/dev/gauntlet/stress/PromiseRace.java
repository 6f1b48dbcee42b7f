package dev.gauntlet.stress;

import dev.gauntlet.TaskFuture;
import dev.gauntlet.spi.FutureWaiter;
import dev.gauntlet.spi.Promise;
import dev.gauntlet.spi.PromiseFactory;
import dev.gauntlet.spi.WaitableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** The state of a race over one future that is settled by hand, a new one for each sample. */
abstract class PromiseRace {
  static final String VALUE = "value";

  final Promise<String> promise;
  final TaskFuture<String> future;
  final Patience patience;
  private final AtomicInteger arrivals = new AtomicInteger();

  PromiseRace(PromiseFactory promises, Patience patience) {
    this.promise = promises.newPromise();
    this.future = promise.future();
    this.patience = patience;
  }

  /** Lets both actors begin together: one that may park would always come last. */
  final void meet() {
    arrivals.incrementAndGet();
    Patience.LONG.spinUntil(() -> arrivals.get() == 2);
  }

  /** Meets the other actor and then comes up to two microseconds later, each time another. */
  final void meetAndLinger() {
    meet();
    Linger.shortly();
  }

  /** Meets the other actor, which waits, and comes now and then when that one has parked. */
  final void meetAndLetPark() {
    meet();
    Linger.untilParked();
  }

  /** Settles; whoever is refused must find the future done. */
  final String trySettle() {
    if (promise.trySucceed(VALUE)) {
      return "settled";
    }
    return future.isDone() ? "refused" : "refused though not done";
  }

  /** Cancels as java.util.concurrent does; whoever is refused must find the future done. */
  final String tryCancel() {
    if (future.cancel(false)) {
      return "cancelled";
    }
    return future.isDone() ? "refused" : "refused though not done";
  }

  final boolean addWaiter(FutureWaiter waiter) {
    return ((WaitableFuture<String>) future).addWaiter(waiter);
  }

  final void removeWaiter(FutureWaiter waiter) {
    ((WaitableFuture<String>) future).removeWaiter(waiter);
  }
}
