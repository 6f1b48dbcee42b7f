package dev.gauntlet.reports.gate;

import dev.gauntlet.reports.record.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A whole gate log.
 *
 * @param header what was going to be measured
 * @param forks finished forks in the order of the log
 * @param failures forks without a result in the order of the log
 * @param end the end; null when the run was killed
 * @param warnings what was odd about the file, one line each
 */
public record GateLog(
    GateHeader header,
    List<GateFork> forks,
    List<GateFailure> failures,
    @Nullable GateEnd end,
    List<String> warnings) {
  public GateLog {
    Fields.required(header, "header");
    forks = Fields.list(forks);
    failures = Fields.list(failures);
    warnings = Fields.list(warnings);
  }
}
