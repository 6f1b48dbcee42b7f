package dev.gauntlet.benchmarks;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Runs tasks where they are submitted, but those that somebody else chooses. */
final class AnsweringService extends AbstractExecutorService {
  private final Callable<?> fixed;
  private Callable<?> first;

  private AnsweringService(Callable<?> fixed) {
    this.fixed = fixed;
  }

  /** Gives each task the result {@code answer}. */
  static ExecutorService with(Object answer) {
    return new AnsweringService(() -> answer);
  }

  /** Gives each task the result of the first. */
  static ExecutorService withTheFirst() {
    return new AnsweringService(null);
  }

  /** Starts a pool of one worker whose tasks begin with the interrupt flag set. */
  static ExecutorService leakingInterrupts() {
    return new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>()) {
      @Override
      protected void beforeExecute(Thread worker, Runnable task) {
        worker.interrupt();
      }
    };
  }

  /** Starts a pool that runs the body of a cancelled task all the same. */
  static ExecutorService runningWhatIsCancelled(int workers) {
    return new ThreadPoolExecutor(
        workers, workers, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>()) {
      @Override
      protected <T> RunnableFuture<T> newTaskFor(Callable<T> task) {
        return new FutureTask<>(task) {
          @Override
          public void run() {
            if (isCancelled()) {
              var unused = new FutureTask<>(task);
              unused.run();
            }
            super.run();
          }
        };
      }
    };
  }

  @Override
  @SuppressWarnings("unchecked") // what it answers is wrong in any case
  protected <T> RunnableFuture<T> newTaskFor(Callable<T> task) {
    if (first == null) {
      first = task;
    }
    return new FutureTask<>((Callable<T>) (fixed == null ? first : fixed));
  }

  @Override
  public void execute(Runnable command) {
    command.run();
  }

  @Override
  public void shutdown() {}

  @Override
  public List<Runnable> shutdownNow() {
    return List.of();
  }

  @Override
  public boolean isShutdown() {
    return false;
  }

  @Override
  public boolean isTerminated() {
    return false;
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) {
    return false;
  }
}
