package dev.gauntlet.benchmarks;

import dev.gauntlet.peers.RawPromises;
import dev.gauntlet.spi.Promise;
import dev.gauntlet.spi.PromiseFactory;
import org.jspecify.annotations.Nullable;

/** Promises that take callbacks, which run on the thread that settles or adds. */
interface CalledBack {

  Object newPromise();

  void add(Object promise, Runnable callback);

  void settle(Object promise, Object value);

  /** Waits for the value as a user of the subject does. */
  @Nullable Object get(Object promise) throws Exception;

  /** Makes and publishes a promise, adds {@code callbacks} times {@code callback}, settles it. */
  default void before(int callbacks, Runnable callback, Object value, HandSettled.Shelf shelf) {
    Object promise = newPromise();
    shelf.promise = promise;
    add(promise, callbacks, callback);
    settle(promise, value);
  }

  /** Makes and publishes a promise, settles it, adds {@code callbacks} times {@code callback}. */
  default void after(int callbacks, Runnable callback, Object value, HandSettled.Shelf shelf) {
    Object promise = newPromise();
    shelf.promise = promise;
    settle(promise, value);
    add(promise, callbacks, callback);
  }

  /** Adds a callback so many times. */
  default void add(Object promise, int callbacks, Runnable callback) {
    for (int i = 0; i < callbacks; i++) {
      add(promise, callback);
    }
  }

  static CalledBack of(PromiseFactory factory) {
    return new CalledBack() {
      @Override
      public Object newPromise() {
        return factory.<Object>newPromise();
      }

      @Override
      public void add(Object promise, Runnable callback) {
        ours(promise).future().addDoneCallback(done -> callback.run());
      }

      @Override
      public void settle(Object promise, Object value) {
        ours(promise).trySucceed(value);
      }

      @Override
      public @Nullable Object get(Object promise) throws Exception {
        return ours(promise).future().get();
      }

      @SuppressWarnings("unchecked") // nobody else makes them
      private static Promise<Object> ours(Object promise) {
        return (Promise<Object>) promise;
      }
    };
  }

  static CalledBack of(RawPromises promises) {
    return new CalledBack() {
      @Override
      public Object newPromise() {
        return promises.newPromise();
      }

      @Override
      public void add(Object promise, Runnable callback) {
        promises.addListener(promise, callback);
      }

      @Override
      public void settle(Object promise, Object value) {
        promises.succeed(promise, value);
      }

      @Override
      public @Nullable Object get(Object promise) throws Exception {
        return promises.get(promise);
      }
    };
  }
}
