package dev.gauntlet.benchmarks;

import dev.gauntlet.peers.RawPromises;
import dev.gauntlet.spi.Promise;
import dev.gauntlet.spi.PromiseFactory;

/** The life of one promise that has callbacks, which run on the thread that settles or adds. */
interface CalledBack {

  /** Makes and publishes a promise, adds {@code callbacks} times {@code callback}, settles it. */
  void before(int callbacks, Runnable callback, Object value, HandSettled.Shelf shelf);

  /** Makes and publishes a promise, settles it, adds {@code callbacks} times {@code callback}. */
  void after(int callbacks, Runnable callback, Object value, HandSettled.Shelf shelf);

  static CalledBack of(PromiseFactory factory) {
    return new CalledBack() {
      @Override
      public void before(int callbacks, Runnable callback, Object value, HandSettled.Shelf shelf) {
        Promise<Object> promise = factory.newPromise();
        shelf.promise = promise;
        add(promise, callbacks, callback);
        promise.trySucceed(value);
      }

      @Override
      public void after(int callbacks, Runnable callback, Object value, HandSettled.Shelf shelf) {
        Promise<Object> promise = factory.newPromise();
        shelf.promise = promise;
        promise.trySucceed(value);
        add(promise, callbacks, callback);
      }

      private static void add(Promise<Object> promise, int callbacks, Runnable callback) {
        for (int i = 0; i < callbacks; i++) {
          promise.future().addDoneCallback(done -> callback.run());
        }
      }
    };
  }

  static CalledBack of(RawPromises promises) {
    return new CalledBack() {
      @Override
      public void before(int callbacks, Runnable callback, Object value, HandSettled.Shelf shelf) {
        Object promise = promises.newPromise();
        shelf.promise = promise;
        add(promise, callbacks, callback);
        promises.succeed(promise, value);
      }

      @Override
      public void after(int callbacks, Runnable callback, Object value, HandSettled.Shelf shelf) {
        Object promise = promises.newPromise();
        shelf.promise = promise;
        promises.succeed(promise, value);
        add(promise, callbacks, callback);
      }

      private void add(Object promise, int callbacks, Runnable callback) {
        for (int i = 0; i < callbacks; i++) {
          promises.addListener(promise, callback);
        }
      }
    };
  }
}
