package dev.gauntlet.lockfree;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.spi.RejectionPolicy;
import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/** With what the tests force interleavings, and look into what they test. */
final class Probe {
  static final long LIMIT_SECONDS = 30;

  private Probe() {}

  static TaskExecutor open(UnaryOperator<ExecutorConfig.Builder> settings) {
    return new LockFreeProvider().open(settings.apply(ExecutorConfig.builder()).build());
  }

  static TaskExecutor open(int workers) {
    return open(config -> config.workers(workers));
  }

  static TaskExecutor open(int workers, int capacity, RejectionPolicy policy) {
    return open(config -> config.workers(workers).queueCapacity(capacity, policy));
  }

  static LockFreePool poolOf(TaskExecutor executor) {
    return (LockFreePool) field(executor, LockFreeExecutor.class, "pool");
  }

  /** Returns what a private field holds. */
  static Object field(Object target, Class<?> owner, String name) {
    try {
      return accessible(owner, name).get(target);
    } catch (ReflectiveOperationException renamed) {
      throw new AssertionError(renamed);
    }
  }

  /** Changes a private field. */
  static void set(Object target, Class<?> owner, String name, Object value) {
    try {
      accessible(owner, name).set(target, value);
    } catch (ReflectiveOperationException renamed) {
      throw new AssertionError(renamed);
    }
  }

  private static Field accessible(Class<?> owner, String name) throws NoSuchFieldException {
    Field field = owner.getDeclaredField(name);
    field.setAccessible(true);
    return field;
  }

  /** Counts the slots of a worker's queue that are not empty. */
  static int heldBy(WorkerQueue queue) {
    int count = 0;
    for (Object slot : (Object[]) field(queue, WorkerQueue.class, "slots")) {
      count += slot == null ? 0 : 1;
    }
    return count;
  }

  /** Counts the nodes in the waiter stack of a future, dead ones included. */
  static int waitersOf(Settleable<?> future) {
    int count = 0;
    Waiter w = future.waiters();
    for (; w != null && !(w instanceof Waiter.Tombstone); w = w.next) {
      count++;
    }
    return count;
  }

  /** Waits for what another thread is about to bring about. */
  static void until(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - deadline > 0) {
        fail("never happened: " + what);
      }
      Thread.yield();
    }
  }

  /** A waiter holds up whoever drains the queue, in the middle of it. */
  static CountDownLatch holdUpAt(TaskFuture<?> task, CountDownLatch goOn) {
    CountDownLatch drained = new CountDownLatch(1);
    assertTrue(
        ((LockFreeFuture<?>) task)
            .addWaiter(done -> {
              drained.countDown();
              Probe.awaitUninterruptibly(goOn);
            }));
    return drained;
  }

  static void untilParked(Thread thread) {
    until(
        thread + " parks",
        () ->
            thread.getState() == Thread.State.WAITING
                || thread.getState() == Thread.State.TIMED_WAITING);
  }

  static void untilCollected(String what, WeakReference<?> reference) {
    until(
        what + " is collected",
        () -> {
          System.gc();
          return reference.refersTo(null);
        });
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

  static <V> V get(Future<V> future) throws Exception {
    return future.get(LIMIT_SECONDS, TimeUnit.SECONDS);
  }

  static void close(TaskExecutor executor) throws InterruptedException {
    executor.shutdown();
    if (!executor.awaitTermination(LIMIT_SECONDS, TimeUnit.SECONDS)) {
      fail("did not terminate: " + executor);
    }
  }

  /**
   * Runs two actors against each other many times, on two threads that stay the same, so that each
   * round costs little more than the race itself. The check of a round runs after both.
   */
  static void race(int rounds, Runnable prepare, Runnable one, Runnable other, Runnable check)
      throws Exception {
    AtomicInteger started = new AtomicInteger();
    AtomicInteger ended = new AtomicInteger();
    Call<Boolean> second =
        new Call<>(() -> {
          for (int round = 1; round <= rounds; round++) {
            int awaited = round;
            until("the next round", () -> started.get() >= awaited);
            other.run();
            ended.set(round);
          }
          return true;
        });
    SplittableRandom skew = new SplittableRandom(rounds);
    for (int round = 1; round <= rounds; round++) {
      int awaited = round;
      prepare.run();
      started.set(round);
      for (int spins = skew.nextInt(60); spins > 0; spins--) {
        Thread.onSpinWait();
      }
      one.run();
      until("the end of the round", () -> ended.get() >= awaited);
      check.run();
    }
    assertTrue(second.result());
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
      return get(result);
    }
  }

  /** A worker held by a body that no interrupt ends. */
  static final class Held {
    private final CountDownLatch running = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    final TaskFuture<Thread> future;
    volatile Thread worker;

    Held(TaskExecutor executor) throws InterruptedException {
      future =
          executor.submit(() -> {
            worker = Thread.currentThread();
            running.countDown();
            awaitUninterruptibly(released);
            ended.countDown();
            return worker;
          });
      await(running);
    }

    void release() {
      released.countDown();
    }

    /** Lets the body go and returns when it has come to its last statement. */
    void releaseAndAwait() throws InterruptedException {
      release();
      Probe.await(ended);
    }
  }
}
