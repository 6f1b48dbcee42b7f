package dev.gauntlet.reports.export;

import dev.gauntlet.reports.compare.Comparison;
import dev.gauntlet.reports.compare.Notice;
import dev.gauntlet.reports.compare.RowGroups;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * A comparison as JSON for other programs: {@code {"run", "baseline", "confidence", "band", "rows",
 * "groups", "notices"}}.
 */
public final class ComparisonJson {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private record Document(
      String run,
      String mode,
      boolean complete,
      String baseline,
      double confidence,
      double band,
      List<ExportRow> rows,
      List<RowGroups> groups,
      List<Notice> notices) {}

  private ComparisonJson() {}

  /** The comparison as indented JSON with a final line feed; absent numbers are null. */
  public static String of(Comparison comparison) {
    Document document =
        new Document(
            comparison.run().header().id(),
            comparison.run().header().settings().mode(),
            comparison.run().isComplete(),
            comparison.baseline(),
            comparison.options().confidence(),
            comparison.options().band(),
            ExportRow.of(comparison),
            comparison.groups(),
            comparison.notices());
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
  }
}
