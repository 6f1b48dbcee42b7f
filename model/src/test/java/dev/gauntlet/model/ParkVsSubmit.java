package dev.gauntlet.model;

/** Submissions to workers that are about to fall asleep: no wake-up is lost (N5). */
final class ParkVsSubmit extends ExecutorProtocol {

  ParkVsSubmit(Subject subject, int workers) {
    super(subject, workers);
  }

  @Override
  void run() throws Exception {
    Thread other = alongside(() -> awaitResult(trySubmit()));
    awaitResult(trySubmit());
    awaitResult(trySubmit());
    other.join();
    executor.shutdown();
  }

  @Override
  void check() {
    require(runs.get() == 3, "not every task ran once");
    requireTerminated();
  }
}
