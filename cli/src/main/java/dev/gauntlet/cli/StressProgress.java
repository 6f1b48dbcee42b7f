package dev.gauntlet.cli;

import dev.gauntlet.stress.run.StressListener;
import java.io.PrintWriter;
import java.util.Locale;

/** Shows how far the races are: one line that is redrawn, or in a log one every ten forks. */
final class StressProgress implements StressListener {
  private static final int FORKS_A_LINE = 10;

  private final PrintWriter err;
  private final StatusLine status;
  private final long start = System.nanoTime();

  StressProgress(PrintWriter err) {
    this.err = err;
    this.status = new StatusLine(err);
  }

  @Override
  public void progressed(int done, int planned, int failed) {
    String line =
        String.format(
            Locale.ROOT,
            "%d of %d forks, %d failed, about %s left",
            done,
            planned,
            failed,
            Text.minutes(secondsLeft(done, planned)));
    status.draw(line);
    if (!status.isDrawn() && done % FORKS_A_LINE == 0) {
      err.println(line);
    }
    err.flush();
  }

  private long secondsLeft(int done, int planned) {
    double seconds = (System.nanoTime() - start) / 1e9;
    return done == 0 ? 0 : Math.round(seconds / done * (planned - done));
  }

  void done() {
    status.clear();
    err.printf(
        Locale.ROOT, "races took %s%n", Text.minutes((System.nanoTime() - start) / 1_000_000_000));
    err.flush();
  }
}
