package dev.gauntlet.reports.record;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * The last line of a run that ended by itself or was stopped in good order.
 *
 * @param reason why it ended
 * @param endedAt when
 * @param forksDone finished forks in the record
 */
public record RunEnd(Reason reason, Instant endedAt, int forksDone) implements RunLine {
  /** Why a run ended. */
  public enum Reason {
    /** Everything planned was measured, or failed. */
    @JsonProperty("complete")
    COMPLETE,
    /** Somebody stopped it. */
    @JsonProperty("interrupted")
    INTERRUPTED,
    /** The time it was given was used up. */
    @JsonProperty("budget")
    BUDGET
  }

  public RunEnd {
    Fields.required(reason, "reason");
    Fields.required(endedAt, "endedAt");
  }
}
