package dev.gauntlet.conformance.reference;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.spi.WorkerAware;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** What the user holds; when it becomes unreachable, the pool behind it is shut down. */
public class ReferenceExecutor implements TaskExecutor, WorkerAware {
  private static final Cleaner CLEANER = Cleaner.create();

  private final ReferencePool pool;
  private final Abandonment abandonment;

  @SuppressWarnings("this-escape") // the cleaner does not look at it
  public ReferenceExecutor(ReferencePool pool) {
    this.pool = pool;
    this.abandonment = new Abandonment(pool);
    CLEANER.register(this, abandonment);
    pool.whenBroken = abandonment::forget;
  }

  /** Knows the pool until a shutdown has begun: its configuration may refer to the executor. */
  private static final class Abandonment implements Runnable {
    private volatile ReferencePool pool;

    Abandonment(ReferencePool pool) {
      this.pool = pool;
    }

    void forget() {
      pool = null;
    }

    @Override
    public void run() {
      ReferencePool abandoned = pool;
      if (abandoned != null) {
        abandoned.shutdown(false);
      }
    }
  }

  private <T> TaskFuture<T> submit(Callable<T> body, Runnable executed) {
    try {
      ReferenceTask<T> task = pool.parts.newTask(pool, body, executed);
      pool.submit(task);
      return task;
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  @Override
  public <T> TaskFuture<T> submit(Callable<T> task) {
    return submit(Objects.requireNonNull(task, "task"), (Runnable) null);
  }

  @Override
  public <T> TaskFuture<T> submit(Runnable task, T result) {
    return submit(Executors.callable(task, result), (Runnable) null);
  }

  @Override
  public TaskFuture<?> submit(Runnable task) {
    return submit(Executors.callable(task), (Runnable) null);
  }

  @Override
  public void execute(Runnable command) {
    submit(Executors.callable(command), command);
  }

  @Override
  public void shutdown(boolean cancelPending) {
    pool.shutdown(cancelPending);
    abandonment.forget();
  }

  @Override
  public List<Runnable> shutdownNow() {
    List<Runnable> neverStarted = pool.shutdownNow();
    abandonment.forget();
    return neverStarted;
  }

  @Override
  public boolean isShutdown() {
    return pool.isShutdown();
  }

  @Override
  public boolean isTerminated() {
    return pool.isTerminated();
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
    return pool.awaitTermination(timeout, unit);
  }

  @Override
  public boolean isCurrentThreadWorker() {
    return pool.currentWorker() != null;
  }

  @Override
  public String toString() {
    return "reference executor [" + pool + "]";
  }
}
