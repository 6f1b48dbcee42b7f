package dev.gauntlet.locking;

import dev.gauntlet.spi.ExecutorConfig;
import java.util.concurrent.CountDownLatch;

/** A pool whose only worker is busy for ever, so that whatever else is offered stays queued. */
final class BusyPool {
  private BusyPool() {}

  /**
   * Opens one. Not to be called while this class is initialized: the worker runs code of it, and
   * would wait for that.
   */
  static LockingPool open() {
    LockingPool pool = new LockingPool(ExecutorConfig.builder().workers(1).daemon(true).build());
    CountDownLatch busy = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    pool.offer(
        new CallableTask<>(
            pool,
            () -> {
              busy.countDown();
              never.await();
              return never;
            }),
        null);
    try {
      busy.await();
    } catch (InterruptedException interrupt) {
      throw new AssertionError(interrupt);
    }
    return pool;
  }
}
