package dev.gauntlet.cli;

import java.io.PrintWriter;
import java.util.Locale;

/** How far a work of equal steps is; a log gets one line at its end. Steps come from any thread. */
final class StepProgress {
  private static final long REDRAW_NANOS = 200_000_000;

  private final PrintWriter err;
  private final StatusLine status;
  private final String what;
  private final int steps;
  private final long start = System.nanoTime();
  private long lastDrawn;
  private int done;

  StepProgress(PrintWriter err, String what, int steps) {
    this.err = err;
    this.status = new StatusLine(err);
    this.what = what;
    this.steps = steps;
  }

  synchronized void step() {
    done++;
    long now = System.nanoTime();
    if (status.isDrawn() && now - lastDrawn > REDRAW_NANOS) {
      lastDrawn = now;
      status.draw(line(now));
    }
  }

  private String line(long now) {
    double elapsed = (now - start) / 1e9;
    long left = Math.round(elapsed / done * (steps - done));
    return String.format(
        Locale.ROOT, "%-22s %3d of %d, about %s left", what, done, steps, Text.minutes(left));
  }

  synchronized void done() {
    status.clear();
    err.printf(
        Locale.ROOT,
        "%-22s %d of %d, %.1f s%n",
        what,
        done,
        steps,
        (System.nanoTime() - start) / 1e9);
    err.flush();
  }
}
