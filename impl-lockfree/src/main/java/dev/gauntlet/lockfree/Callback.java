package dev.gauntlet.lockfree;

import dev.gauntlet.TaskFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A done callback, in the waiter stack of its future and then on a {@link Trampoline}. */
final class Callback<V extends @Nullable Object> extends Waiter {
  private final Settleable<V> future;
  private final @Nullable Executor executor;

  /** Creates a callback that {@code executor} runs, or the completing thread if that is null. */
  Callback(
      Settleable<V> future, Consumer<? super TaskFuture<V>> callback, @Nullable Executor executor) {
    super(callback);
    this.future = future;
    this.executor = executor;
  }

  /** Runs the callback unless it was taken before; whatever it throws is reported (K7, K8). */
  @Override
  void signal(TaskFuture<?> done) {
    run();
  }

  void run() {
    Object item = take();
    if (item == null) {
      return;
    }
    @SuppressWarnings("unchecked") // what the constructor was given
    Consumer<? super TaskFuture<V>> callback = (Consumer<? super TaskFuture<V>>) item;
    try {
      if (executor == null) {
        callback.accept(future);
      } else {
        executor.execute(() -> call(callback));
      }
    } catch (Throwable failure) {
      clearFlagOfWorker();
      report(failure);
    }
  }

  /** On a worker the flag is what the callback has left, and not the handler's business (I3). */
  private static void clearFlagOfWorker() {
    if (Runner.worker() != null) {
      Thread.interrupted();
    }
  }

  private void call(Consumer<? super TaskFuture<V>> callback) {
    try {
      callback.accept(future);
    } catch (Throwable failure) {
      report(failure);
    }
  }

  /** Nothing may escape: not even the end of the stack while a failure is reported. */
  private void report(Throwable failure) {
    try {
      future.config().reportCallbackFailure(future, failure);
    } catch (Throwable reportFailure) {
      // The handler and the logger are out of reach; the other callbacks must still run.
    }
  }
}
