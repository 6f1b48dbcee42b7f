package dev.gauntlet;

import dev.gauntlet.spi.Deadline;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The bulk operations of {@link java.util.concurrent.ExecutorService} (J2 to J5). */
final class Invocations {

  private Invocations() {}

  static <T extends @Nullable Object> List<Future<T>> invokeAll(
      TaskExecutor executor, Collection<? extends Callable<T>> tasks, @Nullable Deadline deadline)
      throws InterruptedException {
    List<TaskFuture<T>> futures = submitAll(executor, tasks);
    try {
      Awaiting.await(futures, ReturnWhen.ALL_COMPLETED, deadline);
    } finally {
      cancelAll(futures);
    }
    return new ArrayList<>(futures);
  }

  static <T extends @Nullable Object> T invokeAny(
      TaskExecutor executor, Collection<? extends Callable<T>> tasks)
      throws InterruptedException, ExecutionException {
    try {
      return firstSuccess(executor, tasks, null);
    } catch (TimeoutException impossible) {
      throw new AssertionError(impossible);
    }
  }

  static <T extends @Nullable Object> T invokeAny(
      TaskExecutor executor, Collection<? extends Callable<T>> tasks, Deadline deadline)
      throws InterruptedException, ExecutionException, TimeoutException {
    return firstSuccess(executor, tasks, deadline);
  }

  private static <T extends @Nullable Object> T firstSuccess(
      TaskExecutor executor, Collection<? extends Callable<T>> tasks, @Nullable Deadline deadline)
      throws InterruptedException, ExecutionException, TimeoutException {
    if (tasks.isEmpty()) {
      throw new IllegalArgumentException("invokeAny needs at least one task");
    }
    List<TaskFuture<T>> futures = submitAll(executor, tasks);
    CompletionMailbox<TaskFuture<T>> mailbox =
        new CompletionMailbox<>(new LinkedHashSet<>(futures));
    try {
      TaskFuture<T> last = null;
      while (mailbox.size() > 0) {
        last = mailbox.take(deadline);
        if (last == null && (last = mailbox.takeDone()) == null) {
          throw new TimeoutException();
        }
        if (last.taskState() == TaskState.SUCCEEDED) {
          return last.resultNow();
        }
      }
      throw failureOf(Objects.requireNonNull(last));
    } finally {
      mailbox.close();
      cancelAll(futures);
    }
  }

  /** Names the class of the failure only: the usual message would be its toString (R1). */
  private static ExecutionException failureOf(TaskFuture<?> last) {
    Throwable failure = last.isCancelled() ? new CancellationException() : last.exceptionNow();
    return new ExecutionException(failure.getClass().getName(), failure);
  }

  /** Validates every task before the first is submitted; a refused one takes back the others. */
  private static <T extends @Nullable Object> List<TaskFuture<T>> submitAll(
      TaskExecutor executor, Collection<? extends Callable<T>> tasks) {
    List<Callable<T>> checked = new ArrayList<>(tasks.size());
    for (Callable<T> task : tasks) {
      checked.add(Objects.requireNonNull(task, "a task is null"));
    }
    List<TaskFuture<T>> futures = new ArrayList<>(checked.size());
    try {
      for (Callable<T> task : checked) {
        futures.add(executor.submit(task));
      }
    } catch (Throwable refused) {
      cancelAll(futures);
      throw refused;
    }
    return futures;
  }

  private static void cancelAll(List<? extends TaskFuture<?>> futures) {
    for (TaskFuture<?> future : futures) {
      future.cancel(/* mayInterruptIfRunning= */ true);
    }
  }
}
