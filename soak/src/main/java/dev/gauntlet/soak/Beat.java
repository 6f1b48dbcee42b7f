package dev.gauntlet.soak;

import org.jspecify.annotations.Nullable;

/** What one thread is doing, and since when: written by it, read by the {@link Watchdog}. */
final class Beat {
  private record Work(String what, long since) {}

  private final String who;
  private volatile @Nullable Work work;

  Beat(String who) {
    this.who = who;
  }

  void begin(String what) {
    work = new Work(what, System.nanoTime());
  }

  void end() {
    work = null;
  }

  /** Returns what has taken longer than that, or null. */
  @Nullable String overdue(long nanos) {
    Work current = work;
    return current == null || System.nanoTime() - current.since < nanos
        ? null
        : "%s has been in '%s' for more than %.1f s".formatted(who, current.what, nanos / 1e9);
  }
}
