package dev.gauntlet.peers;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What users of {@link CompletableFuture} write instead of {@code submit}. A Supplier cannot throw
 * a checked exception, so one travels in a {@link CompletionException}, which {@code get} takes off
 * again. The bulk operations are the pool's, for CompletableFuture has none.
 */
final class CompletableFutureService extends AbstractExecutorService {
  private final ExecutorService pool;

  CompletableFutureService(ExecutorService pool) {
    this.pool = pool;
  }

  @Override
  public <T extends @Nullable Object> Future<T> submit(Callable<T> task) {
    return CompletableFuture.supplyAsync(supplierOf(task), pool);
  }

  @Override
  public <T extends @Nullable Object> Future<T> submit(Runnable task, T result) {
    return CompletableFuture.supplyAsync(
        () -> {
          task.run();
          return result;
        },
        pool);
  }

  @Override
  public Future<?> submit(Runnable task) {
    return CompletableFuture.runAsync(task, pool);
  }

  private static <T extends @Nullable Object> Supplier<T> supplierOf(Callable<T> task) {
    return () -> {
      try {
        return task.call();
      } catch (RuntimeException unchecked) {
        throw unchecked;
      } catch (Exception checked) {
        throw new CompletionException(checked);
      }
    };
  }

  @Override
  public void execute(Runnable task) {
    pool.execute(task);
  }

  @Override
  public void shutdown() {
    pool.shutdown();
  }

  @Override
  public List<Runnable> shutdownNow() {
    return pool.shutdownNow();
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
  public void close() {
    pool.close();
  }

  @Override
  public String toString() {
    return pool.toString();
  }
}
