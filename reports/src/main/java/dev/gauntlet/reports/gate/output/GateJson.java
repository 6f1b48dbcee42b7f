package dev.gauntlet.reports.gate.output;

import dev.gauntlet.reports.gate.GateEnd;
import dev.gauntlet.reports.gate.GateFailure;
import dev.gauntlet.reports.gate.GateHeader;
import dev.gauntlet.reports.gate.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A gate's report as JSON for other programs: {@code {"verdict", "findings", "failures", "end",
 * "reproduce", "run"}}. Changes are fractions; 0.05 is 5 % slower, whatever the unit.
 */
public final class GateJson {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private record Document(
      Verdict verdict,
      List<Finding> findings,
      List<GateFailure> failures,
      GateEnd.@Nullable Reason end,
      String reproduce,
      GateHeader run) {}

  private GateJson() {}

  /** The report as indented JSON with a final line feed; absent numbers are null. */
  public static String of(GateReport report) {
    GateEnd end = report.log().end();
    Document document =
        new Document(
            report.verdict(),
            report.findings(),
            report.log().failures(),
            end == null ? null : end.reason(),
            report.reproduce(),
            report.log().header());
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
  }
}
