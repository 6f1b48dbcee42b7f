package dev.gauntlet.peers;

import dev.gauntlet.spi.Promise;
import dev.gauntlet.spi.PromiseFactory;
import org.jspecify.annotations.Nullable;

/** A {@link java.util.concurrent.FutureTask} that is settled from outside, as subclasses may. */
final class SettableTask<V extends @Nullable Object> extends HookedTask<V> {
  /** Set by the one thread that runs {@code done()}, and compared only with the reader itself. */
  private @Nullable Thread settler;

  SettableTask() {
    super(() -> {
      throw new IllegalStateException("a promise has no body");
    });
  }

  @Override
  protected void done() {
    settler = Thread.currentThread();
    super.done();
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    try {
      return super.cancel(mayInterruptIfRunning);
    } finally {
      forgetSettler();
    }
  }

  boolean trySucceed(V value) {
    if (isDone()) {
      return false;
    }
    try {
      set(value);
      return isSettler();
    } finally {
      forgetSettler();
    }
  }

  boolean tryFail(Throwable failure) {
    if (isDone()) {
      return false;
    }
    try {
      setException(failure);
      return isSettler();
    } finally {
      forgetSettler();
    }
  }

  /** {@code FutureTask} does not say whose attempt it was; its hook ran on that thread. */
  private boolean isSettler() {
    return settler == Thread.currentThread();
  }

  private void forgetSettler() {
    if (isSettler()) {
      settler = null;
    }
  }

  /** Makes promises over settable tasks. */
  static PromiseFactory promises() {
    return new PromiseFactory() {
      @Override
      public <V extends @Nullable Object> Promise<V> newPromise() {
        return new TaskPromise<>(new SettableTask<>());
      }
    };
  }

  private static final class TaskPromise<V extends @Nullable Object> extends PeerPromise<V> {
    private final SettableTask<V> task;

    TaskPromise(SettableTask<V> task) {
      super(task, task.claim());
      this.task = task;
    }

    @Override
    public boolean trySucceed(V value) {
      return task.trySucceed(value);
    }

    @Override
    public boolean tryFail(Throwable failure) {
      return task.tryFail(failure);
    }
  }
}
