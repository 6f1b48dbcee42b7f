package dev.gauntlet.conformance;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * The pauses between looks at something that another thread brings about: short at first, so that
 * what happens at once is seen at once, and longer with every look, so that a wait for what never
 * happens leaves the processor to others.
 */
final class Backoff {
  private static final Duration FIRST = Duration.ofNanos(50_000);

  private final long longest;
  private long next = FIRST.toNanos();

  Backoff(Duration longest) {
    this.longest = longest.toNanos();
  }

  /** Waits; returns early when the thread is interrupted or unparked. */
  void pause() {
    LockSupport.parkNanos(next);
    next = Math.min(2 * next, longest);
  }
}
