package dev.gauntlet.model;

import dev.gauntlet.TaskFuture;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * A body submits to its own pool against a shutdown: the task is rejected and never runs, or is
 * done (L1, L2).
 */
final class InnerSubmitVsShutdown extends ExecutorProtocol {
  private volatile @Nullable TaskFuture<Integer> inner;

  InnerSubmitVsShutdown(Subject subject, int workers) {
    super(subject, workers);
  }

  @Override
  void run() throws Exception {
    var outer = executor.submit((Callable<Integer>) this::submitInner);
    awaitResult(outer);
    awaitResult(inner);
  }

  private Integer submitInner() {
    alongside(executor::shutdown);
    inner = trySubmit();
    return RESULT;
  }

  @Override
  void check() {
    require(runs.get() == (inner == null ? 0 : 1), "the rejection and the run contradict");
    requireTerminated();
  }
}
