package dev.gauntlet.model;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Two submissions, and the first worker cannot be started: a task that relied on it is refused, by
 * a rejection or in its future, or finds another worker; none is forgotten (L17, L18).
 */
final class StartFailureVsSubmit extends ExecutorProtocol {
  /** What becomes of the first worker. */
  enum FirstWorker {
    FAILS_TO_START,

    /** A seeded bug: the thread starts, and ends without having been a worker. */
    IS_NONE
  }

  private final FirstWorker firstWorker;
  private final AtomicBoolean later = new AtomicBoolean();

  StartFailureVsSubmit(Subject subject, FirstWorker firstWorker) {
    super(subject, 1);
    this.firstWorker = firstWorker;
  }

  @Override
  ThreadFactory threads() {
    return worker -> {
      if (later.getAndSet(true)) {
        return newThread(worker::run);
      }
      if (firstWorker == FirstWorker.FAILS_TO_START) {
        throw new IllegalStateException("no thread");
      }
      return newThread(() -> {});
    };
  }

  @Override
  void run() throws Exception {
    Thread other = alongside(() -> succeedOrBeRefused(trySubmit()));
    succeedOrBeRefused(trySubmit());
    other.join();
    executor.shutdown();
  }

  @Override
  void check() {
    require(runs.get() == successes(), "the refusals and the runs contradict");
    requireTerminated();
  }
}
