package dev.gauntlet.model;

import java.util.concurrent.Callable;

/**
 * A body submits to its own pool, and waits in a way that the pool does not see: the other worker,
 * which may be about to fall asleep, runs the task (N5).
 */
final class InnerSubmitVsPark extends ExecutorProtocol {
  private boolean told;

  InnerSubmitVsPark(Subject subject) {
    super(subject, 2);
  }

  @Override
  void run() throws Exception {
    var other = trySubmit();
    var outer = executor.submit((Callable<Integer>) this::submitAndWait);
    awaitResult(outer);
    awaitResult(other);
    executor.shutdown();
  }

  private Integer submitAndWait() throws InterruptedException {
    executor.execute(this::tell);
    synchronized (this) {
      while (!told) {
        wait();
      }
    }
    return RESULT;
  }

  private synchronized void tell() {
    runs.incrementAndGet();
    told = true;
    notifyAll();
  }

  @Override
  void check() {
    require(runs.get() == 2, "not every task ran once");
    requireTerminated();
  }
}
