package dev.gauntlet.soak;

import dev.gauntlet.CompletionIterator;
import dev.gauntlet.FuturesTimeoutException;
import dev.gauntlet.ReturnWhen;
import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.TaskFutures;
import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.spi.ExecutorProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * An executor, and a future that is not done, which live as long as the soak of their subject while
 * epochs come and go. Between two epochs tasks pass through the one, and waits for the other are
 * given up; what stays behind shows as growth of the heap, which no epoch lives long enough for.
 * Confined to one thread.
 */
final class LongLived {
  private static final int WORKERS = 3;
  private static final int TASKS = 40;
  private static final int WAYS = 4;

  private final TaskExecutor executor;
  private final CountDownLatch end = new CountDownLatch(1);
  private final TaskFuture<?> pending;
  private final Duration patience;

  LongLived(ExecutorProvider provider, Duration patience) {
    this.executor = provider.open(ExecutorConfig.builder().workers(WORKERS).daemon(true).build());
    this.pending =
        executor.submit(() -> {
          end.await();
          return end;
        });
    this.patience = patience;
  }

  /** Lets some tasks pass; returns whether all of them were done in time. */
  boolean passes() throws InterruptedException {
    long start = System.nanoTime();
    List<TaskFuture<?>> tasks = new ArrayList<>();
    for (int i = 0; i < TASKS; i++) {
      Callable<Object> body = i % 2 == 0 ? LongLived::succeed : LongLived::fail;
      try {
        tasks.add(executor.submit(body));
      } catch (RejectedExecutionException refused) {
        continue; // epochs tell whether that may be
      }
      attend(tasks.getLast(), i % WAYS, left(start));
    }
    return TaskFutures.await(tasks, ReturnWhen.ALL_COMPLETED, left(start)).notDone().isEmpty();
  }

  private Duration left(long start) {
    return patience.minusNanos(System.nanoTime() - start);
  }

  private static Object succeed() {
    return new Object();
  }

  private static Object fail() {
    throw new IllegalStateException("on purpose");
  }

  private void attend(TaskFuture<?> task, int way, Duration left) throws InterruptedException {
    switch (way) {
      case 0 -> task.cancel();
      case 1 -> task.addDoneCallback(done -> {});
      case 2 -> TaskFutures.await(List.of(pending, task), ReturnWhen.FIRST_COMPLETED, left);
      default -> giveUp(task, left);
    }
  }

  private void giveUp(TaskFuture<?> task, Duration left) throws InterruptedException {
    try (CompletionIterator<TaskFuture<?>> done =
        TaskFutures.asCompleted(List.of(pending, task), left)) {
      done.next();
    } catch (FuturesTimeoutException late) {
      return; // the wait for all will tell
    }
    try {
      pending.get(1, TimeUnit.NANOSECONDS);
    } catch (TimeoutException | ExecutionException expected) {
      // The wait was all it was for.
    }
  }

  /** Ends the executor; returns whether it has terminated in time. */
  boolean ends() throws InterruptedException {
    end.countDown();
    executor.shutdown();
    return executor.awaitTermination(patience.toNanos(), TimeUnit.NANOSECONDS);
  }
}
