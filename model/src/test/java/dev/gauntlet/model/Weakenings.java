package dev.gauntlet.model;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.spi.Promise;
import dev.gauntlet.spi.PromiseFactory;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** Executors that are wrong in one step. */
final class Weakenings {
  private Weakenings() {}

  /** Promises what is rejected. */
  static class PromisesWhatIsRejected extends ForwardingExecutor {
    private final PromiseFactory promises;

    PromisesWhatIsRejected(TaskExecutor sound, PromiseFactory promises) {
      super(sound);
      this.promises = promises;
    }

    @Override
    public <T> TaskFuture<T> submit(Callable<T> task) {
      try {
        return super.submit(task);
      } catch (RejectedExecutionException rejection) {
        return promises.<T>newPromise().future();
      }
    }
  }

  /** Looks whether it is shut down, and then promises what comes too late. */
  static final class AcceptsInTwoSteps extends PromisesWhatIsRejected {

    AcceptsInTwoSteps(TaskExecutor sound, PromiseFactory promises) {
      super(sound, promises);
    }

    @Override
    public <T> TaskFuture<T> submit(Callable<T> task) {
      if (isShutdown()) {
        throw new RejectedExecutionException();
      }
      return super.submit(task);
    }
  }

  /** Hands out futures that know nothing of the pool, so that a worker only waits for them. */
  static final class WaitsInsteadOfHelping extends ForwardingExecutor {
    private final PromiseFactory promises;

    WaitsInsteadOfHelping(TaskExecutor sound, PromiseFactory promises) {
      super(sound);
      this.promises = promises;
    }

    @Override
    public <T> TaskFuture<T> submit(Callable<T> task) {
      Promise<T> promise = promises.newPromise();
      execute(() -> settle(promise, task));
      return promise.future();
    }

    private static <T> void settle(Promise<T> promise, Callable<T> task) {
      try {
        promise.trySucceed(task.call());
      } catch (Exception failure) {
        promise.tryFail(failure);
      }
    }
  }

  /** Waits for its end wherever it is closed. */
  static final class ClosesAnywhere extends ForwardingExecutor {
    ClosesAnywhere(TaskExecutor sound) {
      super(sound);
    }

    @Override
    public void close() {
      shutdown();
      try {
        require(awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private static void require(boolean terminated) {
      if (!terminated) {
        throw new AssertionError("not terminated");
      }
    }
  }
}
