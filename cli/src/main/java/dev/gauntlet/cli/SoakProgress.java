package dev.gauntlet.cli;

import dev.gauntlet.soak.SoakListener;
import dev.gauntlet.soak.SoakOptions;
import dev.gauntlet.spi.ExecutorProvider;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** Shows how far a soak is: one line that is redrawn, or in a log one every half minute. */
final class SoakProgress implements SoakListener {
  private static final long REDRAW_NANOS = 200_000_000;
  private static final long LOG_NANOS = 30_000_000_000L;

  private final PrintWriter err;
  private final StatusLine status;
  private final long start = System.nanoTime();
  private long last = start;

  SoakProgress(PrintWriter err) {
    this.err = err;
    this.status = new StatusLine(err);
  }

  void begin(SoakOptions options) {
    String subjects =
        String.join(", ", options.subjects().stream().map(ExecutorProvider::name).toList());
    err.println("soaking " + subjects + ", seed " + options.seed());
    err.flush();
  }

  @Override
  public void epochEnded(String subject, long epochs, long violations, Duration left) {
    long now = System.nanoTime();
    if (now - last < (status.isDrawn() ? REDRAW_NANOS : LOG_NANOS)) {
      return;
    }
    last = now;
    String line =
        String.format(
            Locale.ROOT,
            "%-22s %s, %s, %s left",
            subject,
            Text.count(epochs, "epoch"),
            Text.count(violations, "violation"),
            Text.minutes(left.toSeconds()));
    if (status.isDrawn()) {
      status.draw(line);
    } else {
      err.println(line);
      err.flush();
    }
  }

  void done() {
    status.clear();
    err.println("soaking took " + Text.minutes((System.nanoTime() - start) / 1_000_000_000));
    err.flush();
  }
}
