package dev.gauntlet.reports.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A whole run record as read from its file.
 *
 * @param header the first line
 * @param forks finished forks in the order they were written
 * @param failures forks without a result
 * @param end the last line; null when the run was killed or is still going on
 * @param warnings what was odd about the file, one line each; empty when nothing was
 */
public record RunRecord(
    RunHeader header,
    List<ForkResult> forks,
    List<ForkFailure> failures,
    @Nullable RunEnd end,
    List<String> warnings) {
  public RunRecord {
    Fields.required(header, "header");
    forks = Fields.list(forks);
    failures = Fields.list(failures);
    warnings = Fields.list(warnings);
  }

  /** Whether everything that was planned was measured or failed. */
  public boolean isComplete() {
    return end != null && end.reason() == RunEnd.Reason.COMPLETE;
  }
}
