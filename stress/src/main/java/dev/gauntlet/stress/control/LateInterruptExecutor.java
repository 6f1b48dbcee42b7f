package dev.gauntlet.stress.control;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RunnableFuture;
import org.jspecify.annotations.Nullable;

/** Interrupts the worker for a cancelled task without making sure that it still runs it. */
public final class LateInterruptExecutor extends SteppedExecutor {

  /** Opens it. */
  public LateInterruptExecutor() {}

  @Override
  protected <T extends @Nullable Object> RunnableFuture<T> newTaskFor(Callable<T> body) {
    return new Task<>(body);
  }

  private static final class Task<T extends @Nullable Object> extends FutureTask<T> {
    private volatile @Nullable Thread runner;

    Task(Callable<T> body) {
      super(body);
    }

    @Override
    public void run() {
      runner = Thread.currentThread();
      super.run();
      runner = null;
    }

    @Override
    @SuppressWarnings("Interruption") // too late, as it is meant to be
    public boolean cancel(boolean mayInterruptIfRunning) {
      Thread target = runner;
      boolean won = super.cancel(false);
      if (won && mayInterruptIfRunning && target != null) {
        Pause.shortly();
        target.interrupt();
      }
      return won;
    }
  }
}
