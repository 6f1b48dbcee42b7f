package dev.gauntlet.benchmarks;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Tasks that occupy every worker of an executor until they are let go, so that others queue up. */
final class Blockers {
  private static final int LIMIT_SECONDS = 10;

  private final CountDownLatch gate = new CountDownLatch(1);
  private final Future<?>[] futures;

  private Blockers(int workers) {
    futures = new Future<?>[workers];
  }

  /** Returns when each of the workers runs one. */
  static Blockers occupy(ExecutorService executor, int workers) throws InterruptedException {
    Blockers blockers = new Blockers(workers);
    CountDownLatch started = new CountDownLatch(workers);
    for (int i = 0; i < workers; i++) {
      blockers.futures[i] =
          executor.submit(() -> {
            started.countDown();
            blockers.gate.await();
            return blockers;
          });
    }
    if (!started.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
      throw new WrongAnswerException(
          "only " + (workers - started.getCount()) + " of " + workers + " workers took a task");
    }
    return blockers;
  }

  /** Lets the workers go. */
  void release() {
    gate.countDown();
  }

  /** Waits until the workers are free, which they are soon after {@link #release}. */
  void join() throws Exception {
    for (Future<?> future : futures) {
      if (future.get() != this) {
        throw new WrongAnswerException("a task that blocked a worker returned another result");
      }
    }
  }
}
