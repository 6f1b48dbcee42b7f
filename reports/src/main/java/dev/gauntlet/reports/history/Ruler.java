package dev.gauntlet.reports.history;

import dev.gauntlet.reports.record.ReportException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The row of a run that tells how fast the machine was that day. */
public final class Ruler {
  /** Running the task in the caller: processor and JDK alone, no thread to wake, no queue. */
  public static final Pattern DEFAULT =
      Pattern.compile(
          "^dev\\.gauntlet\\.benchmarks\\.RoundTripLatency\\.submitThenGet \\w+"
              + " subject=caller-runs x1$");

  private Ruler() {}

  /**
   * The ruler of a run.
   *
   * @param pattern what is found in its {@linkplain Series#fullName() full name}
   * @return null when the run has none with enough forks
   * @throws ReportException when the run has more than one
   */
  public static @Nullable Series in(StoredRun run, Pattern pattern) {
    List<Series> found =
        run.scores().stream()
            .map(StoredScore::series)
            .filter(series -> pattern.matcher(series.fullName()).find() && run.has(series))
            .toList();
    if (found.size() > 1) {
      throw new ReportException(
          "more than one row of "
              + run.id()
              + " could be the ruler: '"
              + found.get(0).fullName()
              + "', '"
              + found.get(1).fullName()
              + "'; name it more narrowly");
    }
    return found.isEmpty() ? null : found.get(0);
  }
}
