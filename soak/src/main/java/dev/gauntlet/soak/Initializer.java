package dev.gauntlet.soak;

import java.util.concurrent.atomic.AtomicInteger;

/** Prepares workers and leaves their interrupt flags set (I3); breaks the pool at the given one. */
final class Initializer implements Runnable {
  private final int breaksAt;
  private final AtomicInteger runs = new AtomicInteger();

  /**
   * Creates one.
   *
   * @param breaksAt for which worker it throws, counted from 1; 0 for none
   */
  Initializer(int breaksAt) {
    this.breaksAt = breaksAt;
  }

  @Override
  public void run() {
    if (runs.incrementAndGet() == breaksAt) {
      throw new IllegalStateException("a fault of the soak: the initializer fails");
    }
    Thread.currentThread().interrupt();
  }
}
