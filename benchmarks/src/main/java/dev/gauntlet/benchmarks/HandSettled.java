package dev.gauntlet.benchmarks;

import dev.gauntlet.peers.RawPromises;
import dev.gauntlet.spi.Promise;
import dev.gauntlet.spi.PromiseFactory;
import org.jspecify.annotations.Nullable;

/** The life of one promise: made, published, settled, read. */
@FunctionalInterface
interface HandSettled {

  /** Returns what the promise yields after it was settled with {@code value}. */
  @Nullable Object settle(Object value, Shelf shelf) throws Exception;

  /** Where a promise is published, as one that is handed to another thread must be. */
  class Shelf {
    @Nullable Object promise;
  }

  static HandSettled of(PromiseFactory factory) {
    return (value, shelf) -> {
      Promise<Object> promise = factory.newPromise();
      shelf.promise = promise;
      promise.trySucceed(value);
      return promise.future().get();
    };
  }

  static HandSettled of(RawPromises promises) {
    return (value, shelf) -> {
      Object promise = promises.newPromise();
      shelf.promise = promise;
      promises.succeed(promise, value);
      return promises.get(promise);
    };
  }
}
