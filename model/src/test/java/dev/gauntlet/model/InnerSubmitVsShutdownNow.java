package dev.gauntlet.model;

import dev.gauntlet.TaskFuture;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * A body submits to its own pool against {@code shutdownNow}: the task is rejected and never runs,
 * or it is done, as one that has run or as one that was returned and cancelled (L1, L8).
 */
final class InnerSubmitVsShutdownNow extends ExecutorProtocol {
  private volatile @Nullable TaskFuture<Integer> inner;
  private volatile List<Runnable> unstarted = List.of();

  InnerSubmitVsShutdownNow(Subject subject, int workers) {
    super(subject, workers);
  }

  @Override
  void run() throws Exception {
    var outer = executor.submit((Callable<Integer>) this::submitInner);
    awaitResult(outer);
    awaitEnd(inner);
  }

  private Integer submitInner() {
    alongside(() -> unstarted = executor.shutdownNow());
    inner = trySubmit();
    return RESULT;
  }

  private static void awaitEnd(@Nullable TaskFuture<Integer> future) throws InterruptedException {
    try {
      awaitResult(future);
    } catch (CancellationException expected) {
      require(future.isCancelled(), "a cancellation that the future does not show");
    }
  }

  @Override
  void check() {
    TaskFuture<Integer> accepted = inner;
    boolean returned = accepted != null && unstarted.contains((Object) accepted);
    boolean cancelled = accepted != null && accepted.isCancelled();
    require(runs.get() == 0 || accepted != null, "a rejected task has run");
    require(returned == cancelled, "cancelled and not returned, or the reverse");
    require(runs.get() + (returned ? 1 : 0) == (accepted == null ? 0 : 1), "lost, or run twice");
    requireTerminated();
  }
}
