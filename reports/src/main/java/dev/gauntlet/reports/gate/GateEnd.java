package dev.gauntlet.reports.gate;

import dev.gauntlet.reports.record.Fields;
import java.time.Instant;

/**
 * The end of a run; more forks may follow when it is resumed.
 *
 * @param reason why it ended
 * @param at when
 */
public record GateEnd(Reason reason, Instant at) implements GateLine {
  public GateEnd {
    Fields.required(reason, "reason");
    Fields.required(at, "at");
  }

  /** Why a run ended. */
  public enum Reason {
    /** Every row is decided or has all its pairs. */
    DONE,
    /** The time box was used up. */
    TIME_BOX,
    /** Somebody stopped it. */
    INTERRUPTED
  }
}
