package dev.gauntlet.conformance;

import dev.gauntlet.MapOptions;
import dev.gauntlet.MappedResults;
import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.spi.ExecutorConfig;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The subject, with a note of every future it returned to the test and of whether the test has shut
 * it down. Changes nothing else: every call goes to the subject as it is.
 */
final class TrackedExecutor implements TaskExecutor {
  /** More futures than this are not tracked: tests with many rounds check them on their own. */
  private static final int MOST_TRACKED = 10_000;

  private final TaskExecutor subject;
  private final ExecutorConfig config;
  private final WorkerRecord workers;
  private final List<TaskFuture<?>> futures = new ArrayList<>();
  private volatile boolean shutDownByTest;

  TrackedExecutor(TaskExecutor subject, ExecutorConfig config, WorkerRecord workers) {
    this.subject = subject;
    this.config = config;
    this.workers = workers;
  }

  TaskExecutor subject() {
    return subject;
  }

  ExecutorConfig config() {
    return config;
  }

  WorkerRecord workers() {
    return workers;
  }

  List<TaskFuture<?>> futures() {
    synchronized (futures) {
      return List.copyOf(futures);
    }
  }

  boolean isShutDownByTest() {
    return shutDownByTest;
  }

  /**
   * Ends the subject by all means, without waiting; what it throws on the way is of no interest.
   */
  void release() {
    contained(subject::shutdownNow);
    futures().forEach(future -> contained(() -> future.cancel(true)));
  }

  private static void contained(Callable<?> action) {
    try {
      action.call();
    } catch (Throwable ofABrokenSubject) {
      // The test has its result already.
    }
  }

  private <T extends @Nullable Object> TaskFuture<T> track(TaskFuture<T> future) {
    synchronized (futures) {
      if (futures.size() < MOST_TRACKED) {
        futures.add(future);
      }
    }
    return future;
  }

  @Override
  public <T extends @Nullable Object> TaskFuture<T> submit(Callable<T> task) {
    return track(subject.submit(task));
  }

  @Override
  public <T extends @Nullable Object> TaskFuture<T> submit(Runnable task, T result) {
    return track(subject.submit(task, result));
  }

  @Override
  public TaskFuture<?> submit(Runnable task) {
    return track(subject.submit(task));
  }

  @Override
  public void execute(Runnable command) {
    subject.execute(command);
  }

  @Override
  public <A extends @Nullable Object, R extends @Nullable Object> MappedResults<R> map(
      Function<? super A, ? extends R> fn, Iterable<? extends A> inputs) {
    return subject.map(fn, inputs);
  }

  @Override
  public <A extends @Nullable Object, R extends @Nullable Object> MappedResults<R> map(
      Function<? super A, ? extends R> fn, Iterable<? extends A> inputs, MapOptions options) {
    return subject.map(fn, inputs, options);
  }

  @Override
  public void shutdown() {
    shutDownByTest = true;
    subject.shutdown();
  }

  @Override
  public void shutdown(boolean cancelPending) {
    shutDownByTest = true;
    subject.shutdown(cancelPending);
  }

  @Override
  public List<Runnable> shutdownNow() {
    shutDownByTest = true;
    return subject.shutdownNow();
  }

  @Override
  public void close() {
    shutDownByTest = true;
    subject.close();
  }

  @Override
  public boolean isShutdown() {
    return subject.isShutdown();
  }

  @Override
  public boolean isTerminated() {
    return subject.isTerminated();
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
    return subject.awaitTermination(timeout, unit);
  }

  @Override
  public <T extends @Nullable Object> List<Future<T>> invokeAll(
      Collection<? extends Callable<T>> tasks) throws InterruptedException {
    return subject.invokeAll(tasks);
  }

  @Override
  public <T extends @Nullable Object> List<Future<T>> invokeAll(
      Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit)
      throws InterruptedException {
    return subject.invokeAll(tasks, timeout, unit);
  }

  @Override
  public <T extends @Nullable Object> T invokeAny(Collection<? extends Callable<T>> tasks)
      throws InterruptedException, ExecutionException {
    return subject.invokeAny(tasks);
  }

  @Override
  public <T extends @Nullable Object> T invokeAny(
      Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    return subject.invokeAny(tasks, timeout, unit);
  }

  @Override
  public String toString() {
    return subject.toString();
  }
}
