package dev.gauntlet.model;

/**
 * A callback closes the executor: on a worker it fails at once, on another thread it waits, and
 * either way the executor ends (L9, L10).
 */
final class CloseFromCallback extends ExecutorProtocol {
  private volatile boolean closed;

  CloseFromCallback(Subject subject) {
    super(subject, 1);
  }

  @Override
  void run() throws Exception {
    trySubmit().addDoneCallback(done -> closeHere());
    executor.close();
    requireTerminated();
  }

  private void closeHere() {
    try {
      executor.close();
      requireTerminated();
    } catch (IllegalStateException onWorker) {
      require(executor.isShutdown(), "not shut down");
    }
    closed = true;
  }

  @Override
  void check() {
    require(closed, "the callback did not run to its end");
    require(runs.get() == 1, "the task did not run once");
    requireTerminated();
  }
}
