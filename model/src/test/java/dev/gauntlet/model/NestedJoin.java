package dev.gauntlet.model;

import java.util.concurrent.Callable;

/** A body waits for a task of its own pool, which other workers may take first (N2). */
final class NestedJoin extends ExecutorProtocol {

  NestedJoin(Subject subject, int workers) {
    super(subject, workers);
  }

  @Override
  void run() throws Exception {
    var outer = executor.submit((Callable<Integer>) () -> trySubmit().result());
    awaitResult(outer);
    executor.shutdown();
  }

  @Override
  void check() {
    require(runs.get() == 1, "the inner task did not run once");
    requireTerminated();
  }
}
