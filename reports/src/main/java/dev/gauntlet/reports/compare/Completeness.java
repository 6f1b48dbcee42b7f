package dev.gauntlet.reports.compare;

import dev.gauntlet.reports.record.RunEnd;
import dev.gauntlet.reports.record.RunHeader;
import dev.gauntlet.reports.record.RunRecord;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is missing of a run that did not measure everything it had planned.
 *
 * @param headline how it ended
 * @param detail what is here
 */
public record Completeness(String headline, String detail) {

  /** What is missing; empty when the run is complete. */
  public static Optional<Completeness> of(RunRecord run) {
    if (run.isComplete()) {
      return Optional.empty();
    }
    RunHeader header = run.header();
    int planned = header.rowsPlanned() * header.roundsPlanned();
    String detail =
        run.forks().size()
            + " of "
            + planned
            + " planned forks are here; subjects or rows may be missing.";
    return Optional.of(new Completeness(headline(run.end()), detail));
  }

  private static String headline(@Nullable RunEnd end) {
    if (end == null) {
      return "This run did not end in good order.";
    }
    return end.reason() == RunEnd.Reason.BUDGET
        ? "This run stopped when its time was up."
        : "This run was interrupted.";
  }
}
