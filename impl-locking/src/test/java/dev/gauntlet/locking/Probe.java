package dev.gauntlet.locking;

import static org.junit.jupiter.api.Assertions.fail;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.spi.RejectionPolicy;
import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** What the tests force interleavings with. */
final class Probe {
  private static final long LIMIT_SECONDS = 30;

  private Probe() {}

  static TaskExecutor open(int workers) {
    return new LockingProvider().open(ExecutorConfig.builder().workers(workers).build());
  }

  static TaskExecutor open(int workers, int capacity, RejectionPolicy policy) {
    return new LockingProvider()
        .open(ExecutorConfig.builder().workers(workers).queueCapacity(capacity, policy).build());
  }

  /** Waits for a condition that another thread is about to bring about. */
  static void until(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - deadline > 0) {
        fail("never happened: " + what);
      }
      Thread.yield();
    }
  }

  static void untilParked(Thread thread) {
    until(
        thread + " parks",
        () ->
            thread.getState() == Thread.State.WAITING
                || thread.getState() == Thread.State.TIMED_WAITING);
  }

  static void await(CountDownLatch latch) throws InterruptedException {
    if (!latch.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
      fail("nobody came to the latch");
    }
  }

  /** Waits without an end that an interrupt could bring about, and keeps the flag. */
  static void awaitUninterruptibly(CountDownLatch latch) {
    boolean interrupted = false;
    while (true) {
      try {
        await(latch);
        break;
      } catch (InterruptedException interrupt) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  static <V> V get(TaskFuture<V> future) throws Exception {
    return future.get(LIMIT_SECONDS, TimeUnit.SECONDS);
  }

  static void close(TaskExecutor executor) throws InterruptedException {
    executor.shutdown();
    if (!executor.awaitTermination(LIMIT_SECONDS, TimeUnit.SECONDS)) {
      fail("did not terminate: " + executor);
    }
  }

  static void untilCollected(String what, WeakReference<?> reference) {
    until(
        what + " is collected",
        () -> {
          System.gc();
          return reference.get() == null;
        });
  }

  /** A worker held by a task until {@link #release}. */
  static final class Held {
    private final CountDownLatch running = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    final TaskFuture<?> future;

    Held(TaskExecutor executor) throws InterruptedException {
      future =
          executor.submit(() -> {
            running.countDown();
            awaitUninterruptibly(released);
          });
      await(running);
    }

    void release() {
      released.countDown();
    }
  }

  /** A call on a thread of its own. */
  static final class Call<V> {
    private final FutureTask<V> result;
    final Thread thread;

    Call(Callable<V> body) {
      result = new FutureTask<>(body);
      thread = new Thread(result, "call");
      thread.setDaemon(true);
      thread.start();
    }

    V result() throws Exception {
      return result.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    }
  }

  /** Returns what a private field of a future holds. */
  static Object field(Object target, Class<?> owner, String name) {
    try {
      Field field = owner.getDeclaredField(name);
      field.setAccessible(true);
      return field.get(target);
    } catch (ReflectiveOperationException renamed) {
      throw new AssertionError(renamed);
    }
  }
}
