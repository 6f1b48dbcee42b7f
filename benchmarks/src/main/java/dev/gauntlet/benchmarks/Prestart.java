package dev.gauntlet.benchmarks;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** Makes an executor start its workers, so that no measurement pays for it. */
final class Prestart {
  private static final int LIMIT_SECONDS = 10;

  private Prestart() {}

  /** Runs {@code count} tasks that end only when all of them have started. */
  static void workers(ExecutorService executor, int count) throws InterruptedException {
    CountDownLatch started = new CountDownLatch(count);
    CountDownLatch ended = new CountDownLatch(count);
    for (int i = 0; i < count; i++) {
      executor.execute(() -> {
        started.countDown();
        await(started);
        ended.countDown();
      });
    }
    if (!ended.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
      throw new WrongAnswerException(
          "only " + (count - started.getCount()) + " of " + count + " workers started a task");
    }
  }

  private static void await(CountDownLatch started) {
    try {
      started.await(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
