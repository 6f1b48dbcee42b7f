package dev.gauntlet.virtualthreads;

import dev.gauntlet.TaskFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A done callback and the future it is called with. */
final class Callback<V extends @Nullable Object> extends Listener implements Runnable {
  private final VirtualFuture<V> future;
  private final Consumer<? super TaskFuture<V>> action;
  private final @Nullable Executor executor;

  Callback(
      VirtualFuture<V> future,
      Consumer<? super TaskFuture<V>> action,
      @Nullable Executor executor) {
    this.future = future;
    this.action = action;
    this.executor = executor;
  }

  /** Calls the callback or hands it to its executor; whatever is thrown is reported (K7, K16). */
  void call() {
    if (executor == null) {
      run();
      return;
    }
    try {
      executor.execute(this);
    } catch (Throwable refusal) {
      report(refusal);
    }
  }

  /** Calls the callback here; called by its executor if it has one. */
  @Override
  public void run() {
    try {
      action.accept(future);
    } catch (Throwable failure) {
      report(failure);
    }
  }

  /** The handler is user code as well: the flag that the failure left behind is not for it (I3). */
  private void report(Throwable failure) {
    Trampoline.callbackFailed();
    future.host().reportCallbackFailure(future, failure);
  }
}
