package dev.gauntlet.virtualthreads;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Bounded waiting for what has to happen. */
final class Await {
  private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(20);

  private Await() {}

  static void until(String what, BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > LIMIT_NANOS) {
        fail("not seen: " + what);
      }
      Thread.onSpinWait();
    }
  }

  static void latch(CountDownLatch latch) {
    try {
      if (!latch.await(LIMIT_NANOS, TimeUnit.NANOSECONDS)) {
        fail("the latch stays closed");
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Waits deaf to interrupts; the flag is set on return if there were any. */
  static void latchUninterruptibly(CountDownLatch latch) {
    boolean interrupted = false;
    while (true) {
      try {
        latch.await();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  static void parked(Thread thread) {
    until(thread + " is parked", () -> thread.getState() == Thread.State.WAITING);
  }

  static void ended(Thread thread) {
    try {
      thread.join(TimeUnit.NANOSECONDS.toMillis(LIMIT_NANOS));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    if (thread.isAlive()) {
      fail("still alive: " + thread);
    }
  }

  /** Waits until the garbage collector has cleared the reference. */
  static void collected(java.lang.ref.WeakReference<?> reference) {
    until(
        "the collection of the referent",
        () -> {
          System.gc();
          return reference.refersTo(null);
        });
  }
}
