package dev.gauntlet.soak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bounds every wait of an epoch: it looks whether a beat has stood still for too long. */
final class Watchdog {
  private final long patienceNanos;
  private final List<Beat> beats = new ArrayList<>();

  Watchdog(Duration patience) {
    this.patienceNanos = patience.toNanos();
  }

  synchronized Beat watch(String who) {
    Beat beat = new Beat(who);
    beats.add(beat);
    return beat;
  }

  /** Returns who has been waiting for too long, and for what; null if nobody has. */
  synchronized @Nullable String overdue() {
    List<String> overdue = new ArrayList<>();
    for (Beat beat : beats) {
      String late = beat.overdue(patienceNanos);
      if (late != null) {
        overdue.add(late);
      }
    }
    return overdue.isEmpty() ? null : String.join("; ", overdue);
  }
}
