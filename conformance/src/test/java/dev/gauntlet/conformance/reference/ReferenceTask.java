package dev.gauntlet.conformance.reference;

import dev.gauntlet.TaskState;
import java.util.List;
import java.util.concurrent.Callable;

/** A task of a pool. Everything is guarded by the monitor of the pool. */
final class ReferenceTask<V> extends ReferenceFuture<V> implements Runnable {
  private final ReferencePool pool;

  /** Null once the body is not needed any more. */
  private Callable<V> body;

  /** What was handed to {@code execute}; null for a submitted task. */
  private Runnable executed;

  /** The thread on whose stack the body is. */
  private Thread thread;

  /** The worker that runs the body; null if that is the thread of a caller. */
  private Worker worker;

  ReferenceTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    super(pool.monitor, pool.config);
    this.pool = pool;
    this.body = body;
    this.executed = executed;
  }

  /** Returns what {@code shutdownNow} hands out for this task. */
  Runnable handedOut() {
    return executed == null ? this : executed;
  }

  /** Does nothing: only a cancelled task is handed out. */
  @Override
  public void run() {}

  /** Under the monitor: the calling thread takes the task. */
  void begin() {
    started();
    pool.remove(this);
    pool.bodyBegins(this);
    thread = Thread.currentThread();
    worker = pool.currentWorker();
    if (worker != null) {
      worker.push(this);
    }
  }

  /** Without the monitor: runs what has begun on this thread. */
  void runBody() {
    V value = null;
    Throwable failure = null;
    try {
      value = takeBody().call();
    } catch (Throwable thrown) {
      failure = thrown;
    }
    boolean settled = end(value, failure);
    if (settled) {
      announce(List.of(this));
    }
    if (executed != null && failure != null) {
      reportUncaught(failure);
    }
    monitor.locked(() -> pool.bodyIsOver(this));
  }

  private Callable<V> takeBody() {
    return monitor.locked(() -> {
      Callable<V> taken = body;
      body = null;
      return taken;
    });
  }

  private boolean end(V value, Throwable failure) {
    return monitor.locked(() -> {
      if (worker != null) {
        worker.pop();
      }
      thread = null;
      worker = null;
      return settle(failure == null ? TaskState.SUCCEEDED : TaskState.FAILED, value, failure);
    });
  }

  private static void reportUncaught(Throwable failure) {
    Thread current = Thread.currentThread();
    try {
      current.getUncaughtExceptionHandler().uncaughtException(current, failure);
    } catch (Throwable handlerFailure) {
      // As a JVM does: what a handler throws is ignored.
    }
  }

  @Override
  void onSettled() {
    pool.remove(this);
    if (thread == null) {
      body = null;
    }
  }

  @Override
  void interruptBody() {
    if (worker != null) {
      worker.interrupt(this);
    }
  }

  @Override
  void runCallback(Runnable callback) {
    Worker current = pool.currentWorker();
    if (current == null) {
      callback.run();
      return;
    }
    monitor.locked(() -> current.push(null));
    try {
      callback.run();
    } finally {
      monitor.locked(current::pop);
    }
  }

  @Override
  void beforeUntimedWait() {
    tryRunInPlace();
  }

  @Override
  public boolean tryRunInPlace() {
    boolean claimed =
        monitor.locked(() -> {
          if (!isDone() && thread == Thread.currentThread()) {
            throw new IllegalStateException("the task waits for itself: " + this);
          }
          boolean free = pool.currentWorker() != null && pool.isQueued(this);
          if (free) {
            begin();
          }
          return free;
        });
    if (claimed) {
      runBody();
    }
    return claimed;
  }
}
