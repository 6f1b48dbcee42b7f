package dev.gauntlet.reports.gate;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gauntlet.reports.record.Fields;
import java.time.Instant;

/**
 * A fork that gave no result. Its pair is missing; the other arm's fork is not used.
 *
 * @param row index into {@link GateHeader#rows()}
 * @param stage what the pair is for
 * @param pair number of the pair within its row and stage, from 0
 * @param arm which side failed
 * @param reason one line
 * @param startedAt start of the fork
 */
public record GateFailure(
    @JsonProperty(required = true) int row,
    Stage stage,
    @JsonProperty(required = true) int pair,
    Arm arm,
    String reason,
    Instant startedAt)
    implements GateLine {
  public GateFailure {
    Fields.required(stage, "stage");
    Fields.required(arm, "arm");
    Fields.required(startedAt, "startedAt");
    reason = Fields.text(reason);
  }
}
