package dev.gauntlet.model;

import dev.gauntlet.TaskFuture;
import org.jspecify.annotations.Nullable;

/** A submission against a shutdown: the task is rejected and never runs, or is done (L1, L2). */
final class SubmitVsShutdown extends ExecutorProtocol {
  private @Nullable TaskFuture<Integer> future;

  SubmitVsShutdown(Subject subject, int workers) {
    super(subject, workers);
  }

  @Override
  void run() throws Exception {
    alongside(executor::shutdown);
    future = trySubmit();
    awaitResult(future);
  }

  @Override
  void check() {
    require(runs.get() == (future == null ? 0 : 1), "the rejection and the run contradict");
    requireTerminated();
  }
}
