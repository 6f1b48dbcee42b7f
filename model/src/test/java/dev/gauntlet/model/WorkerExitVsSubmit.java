package dev.gauntlet.model;

import dev.gauntlet.spi.ExecutorConfig;

/**
 * Two submissions, and the first worker leaves because its initializer fails: each of them throws
 * or has a future that becomes done (B2, B6, B7).
 */
final class WorkerExitVsSubmit extends ExecutorProtocol {

  WorkerExitVsSubmit(Subject subject) {
    super(subject, 1);
  }

  @Override
  ExecutorConfig.Builder config(int workers) {
    return super.config(workers).initializer(WorkerExitVsSubmit::fail);
  }

  private static void fail() {
    throw new IllegalStateException("not initialized");
  }

  @Override
  void run() throws Exception {
    Thread other = alongside(() -> succeedOrBeRefused(trySubmit()));
    succeedOrBeRefused(trySubmit());
    other.join();
  }

  @Override
  void check() {
    require(runs.get() == 0, "a task ran without initialization");
    requireTerminated();
  }
}
