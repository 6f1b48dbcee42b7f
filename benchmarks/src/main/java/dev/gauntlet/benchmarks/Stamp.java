package dev.gauntlet.benchmarks;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A task without a future, which counts its runs where its dispatcher can read them. */
final class Stamp implements Runnable {
  private final AtomicLong runs = new AtomicLong();
  private final @Nullable Semaphore end;

  /** A task that releases {@code end} when it has run, unless that is null. */
  Stamp(@Nullable Semaphore end) {
    this.end = end;
  }

  /** Runs once for each dispatch, one after the other, so that no increment is lost. */
  @Override
  public void run() {
    Ticket.expectNoInterrupt();
    runs.setRelease(runs.getPlain() + 1);
    if (end != null) {
      end.release();
    }
  }

  /** Waits until it has run so many times. */
  void await(long times, int limitSeconds) {
    long seen = runs.getAcquire();
    if (seen != times) {
      seen = spin(times, limitSeconds);
    }
    if (seen != times) {
      throw new WrongAnswerException(times + " dispatches of a task ran it " + seen + " times");
    }
  }

  private long spin(long times, int limitSeconds) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(limitSeconds);
    long seen = runs.getAcquire();
    while (seen < times && System.nanoTime() < deadline) {
      Thread.onSpinWait();
      seen = runs.getAcquire();
    }
    return seen;
  }
}
