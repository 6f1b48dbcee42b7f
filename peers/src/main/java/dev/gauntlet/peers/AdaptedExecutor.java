package dev.gauntlet.peers;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A peer behind the interface. Execution, shutdown and termination are the peer's own; subclasses
 * add how tasks become {@link TaskFuture}s. The adapter keeps no list of tasks and does not know
 * the peer's workers.
 */
abstract class AdaptedExecutor implements TaskExecutor {
  private final ExecutorService peer;
  private final @Nullable Queue<Runnable> pending;

  /**
   * Wraps a peer.
   *
   * @param pending the peer's queue if its public API shows it
   */
  AdaptedExecutor(ExecutorService peer, @Nullable Queue<Runnable> pending) {
    this.peer = peer;
    this.pending = pending;
  }

  final ExecutorService peer() {
    return peer;
  }

  @Override
  public final void execute(Runnable task) {
    peer.execute(task);
  }

  @Override
  public final void shutdown() {
    peer.shutdown();
  }

  /**
   * {@inheritDoc}
   *
   * <p>No peer has this operation. What a user of the peer can do is done: it is shut down, and the
   * futures in its queue are cancelled if the peer shows its queue; otherwise it is only shut down.
   */
  @Override
  public final void shutdown(boolean cancelPending) {
    peer.shutdown();
    if (cancelPending && pending != null) {
      pending.forEach(AdaptedExecutor::cancelPending);
    }
  }

  private static void cancelPending(Runnable queued) {
    if (queued instanceof TaskFuture<?> task) {
      task.cancel();
    } else if (queued instanceof Future<?> future) {
      future.cancel(/* mayInterruptIfRunning= */ false);
    }
  }

  @Override
  public final List<Runnable> shutdownNow() {
    return peer.shutdownNow();
  }

  @Override
  public final boolean isShutdown() {
    return peer.isShutdown();
  }

  @Override
  public final boolean isTerminated() {
    return peer.isTerminated();
  }

  @Override
  public final boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
    return peer.awaitTermination(timeout, unit);
  }

  @Override
  public final void close() {
    peer.close();
  }

  @Override
  public final String toString() {
    return peer.toString();
  }
}
