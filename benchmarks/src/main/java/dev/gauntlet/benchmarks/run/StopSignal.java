package dev.gauntlet.benchmarks.run;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Says once that a run is to stop. */
public final class StopSignal {
  private final CountDownLatch requested = new CountDownLatch(1);

  /** Makes the signal, which says nothing yet. */
  public StopSignal() {}

  /** Says that the run is to stop. */
  public void request() {
    requested.countDown();
  }

  /** Returns whether it is to stop. */
  public boolean isRequested() {
    return requested.getCount() == 0;
  }

  /** Waits a moment for the signal; returns whether it has come. */
  public boolean comesWithin(long millis) {
    try {
      return requested.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return isRequested();
    }
  }
}
