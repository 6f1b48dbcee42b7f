package dev.gauntlet.conformance.reference;

import dev.gauntlet.TaskState;
import java.util.List;
import java.util.concurrent.Callable;

/** A task of a pool. Everything is guarded by the monitor of the pool. */
public class ReferenceTask<V> extends ReferenceFuture<V> implements Runnable {
  protected final ReferencePool pool;

  /** Null once the body is not needed any more. */
  private Callable<V> body;

  /** What was handed to {@code execute}; null for a submitted task. */
  private Runnable executed;

  /** The thread on whose stack the body is. */
  private Thread thread;

  /** The worker that runs the body; null if that is the thread of a caller. */
  private Worker worker;

  public ReferenceTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    super(pool.monitor, pool.config);
    this.pool = pool;
    this.body = body;
    this.executed = executed;
  }

  /** Returns what {@code shutdownNow} hands out for this task. */
  final Runnable handedOut() {
    return executed == null ? this : executed;
  }

  /** Does nothing: only a cancelled task is handed out. */
  @Override
  public void run() {}

  /** Under the monitor: the calling thread takes the task. */
  public void begin() {
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
  public void runBody() {
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

  /** Returns the thread on whose stack the body is, or null. */
  public final Thread bodyThread() {
    return monitor.locked(() -> thread);
  }

  /** Returns the body while it is needed, or null. */
  public final Callable<V> body() {
    return monitor.locked(() -> body);
  }

  public final boolean isExecuted() {
    return executed != null;
  }

  public Callable<V> takeBody() {
    return monitor.locked(() -> {
      Callable<V> taken = body;
      body = null;
      return taken;
    });
  }

  public boolean end(V value, Throwable failure) {
    return monitor.locked(() -> {
      if (worker != null) {
        worker.pop();
      }
      thread = null;
      worker = null;
      return settle(failure == null ? TaskState.SUCCEEDED : TaskState.FAILED, value, failure);
    });
  }

  public void reportUncaught(Throwable failure) {
    Thread current = Thread.currentThread();
    try {
      current.getUncaughtExceptionHandler().uncaughtException(current, failure);
    } catch (Throwable handlerFailure) {
      // As a JVM does: what a handler throws is ignored.
    }
  }

  @Override
  public void onSettled() {
    pool.remove(this);
    if (thread == null) {
      dropBody();
    }
  }

  public void dropBody() {
    body = null;
  }

  @Override
  public void interruptBody() {
    if (worker != null) {
      worker.interrupt(this);
    }
  }

  @Override
  public void runCallback(Runnable callback) {
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
  public void beforeUntimedWait() {
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
      CallbackQueue.apart(this::runBody);
    }
    return claimed;
  }
}
