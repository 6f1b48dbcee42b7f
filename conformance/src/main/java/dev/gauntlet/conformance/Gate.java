package dev.gauntlet.conformance;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Holds bodies, callbacks or callers until the test lets them go; opened at the end of a test. */
public final class Gate {
  private final CountDownLatch open = new CountDownLatch(1);
  private final AtomicInteger arrived = new AtomicInteger();

  Gate() {}

  /** Arrives and waits until the gate is open. An interrupt ends the wait. */
  public void pass() throws InterruptedException {
    arrived.incrementAndGet();
    open.await();
  }

  /** Arrives and waits until the gate is open, whatever interrupts; the flag is set afterwards. */
  public void passUninterruptibly() {
    arrived.incrementAndGet();
    boolean interrupted = false;
    while (true) {
      try {
        open.await();
        break;
      } catch (InterruptedException interrupt) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Arrives and waits without parking until the gate is open or the caller is interrupted. */
  public void spinUntilInterrupted() {
    arrived.incrementAndGet();
    while (!isOpen() && !Thread.currentThread().isInterrupted()) {
      Thread.onSpinWait();
    }
  }

  /** Opens the gate for good. */
  public void open() {
    open.countDown();
  }

  /** Returns whether the gate is open. */
  public boolean isOpen() {
    return open.getCount() == 0;
  }

  /** Returns how many have arrived so far. */
  public int arrived() {
    return arrived.get();
  }

  /** Expects that {@code count} have arrived within {@link Limits#SIGNAL}. */
  public void expectArrived(int count) {
    Expect.expectSoon(count + " bodies run at the same time", () -> arrived() >= count);
  }

  /** Expects that somebody, named in {@code what}, arrives within {@link Limits#SIGNAL}. */
  public void expectArrival(String what) {
    Expect.expectSoon(what, () -> arrived() > 0);
  }

  /** Waits until somebody has arrived, for at most the given time, deaf to interrupts. */
  void awaitArrival(Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    while (arrived() == 0 && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  /** Waits for the gate for at most the given time; returns whether it is open. */
  public boolean await(long timeout, TimeUnit unit) throws InterruptedException {
    return open.await(timeout, unit);
  }
}
