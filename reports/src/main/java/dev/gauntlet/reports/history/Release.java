package dev.gauntlet.reports.history;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the run of a release. */
public final class Release {
  private static final int SHORTEST_HASH = 7;

  private Release() {}

  /**
   * The run of a release, the newest if there are several; empty when there is none.
   *
   * @param runs runs by time
   * @param name the beginning of its commit, the name of a run, or a day such as 2026-11-24, for
   *     the last run up to its end (UTC)
   */
  public static Optional<StoredRun> in(List<StoredRun> runs, String name) {
    @Nullable LocalDate day = day(name);
    return runs.reversed().stream()
        .filter(run -> run.id().equals(name) || isOf(run, name) || isUpTo(run, day))
        .findFirst();
  }

  private static boolean isOf(StoredRun run, String hash) {
    String commit = run.commit();
    return commit != null && hash.length() >= SHORTEST_HASH && commit.startsWith(hash);
  }

  private static boolean isUpTo(StoredRun run, @Nullable LocalDate day) {
    return day != null && !run.at().atZone(ZoneOffset.UTC).toLocalDate().isAfter(day);
  }

  private static @Nullable LocalDate day(String name) {
    try {
      return LocalDate.parse(name);
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
