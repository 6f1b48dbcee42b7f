package dev.gauntlet.reports.export;

import dev.gauntlet.reports.format.MarkdownText;
import dev.gauntlet.reports.record.RaceMatrix;
import dev.gauntlet.reports.record.RaceMatrix.OutcomeCount;
import dev.gauntlet.reports.record.RaceMatrix.Result;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The race matrix as CSV and as Markdown. */
public final class RacesExport {
  private static final List<String> COLUMNS =
      List.of(
          "race",
          "subject",
          "control",
          "passed",
          "verdict",
          "samples",
          "outcome",
          "expectation",
          "count",
          "description");

  private RacesExport() {}

  /** One line per race, subject and outcome; one without an outcome where none was seen. */
  public static String csv(RaceMatrix matrix) {
    StringBuilder text = new StringBuilder(Csv.line(COLUMNS));
    for (Result result : matrix.results()) {
      if (result.outcomes().isEmpty()) {
        text.append(line(result, null));
      }
      result.outcomes().forEach(outcome -> text.append(line(result, outcome)));
    }
    return text.toString();
  }

  private static String line(Result result, @Nullable OutcomeCount outcome) {
    return Csv.line(
        Arrays.asList(
            result.race(),
            result.subject(),
            result.control(),
            result.passed(),
            result.verdict(),
            result.samples(),
            outcome == null ? null : outcome.id(),
            outcome == null ? null : outcome.expectation(),
            outcome == null ? null : (Long) outcome.count(),
            outcome == null ? String.join("; ", result.errors()) : outcome.description()));
  }

  /** One line per race and subject. */
  public static String markdown(RaceMatrix matrix) {
    StringBuilder text =
        new StringBuilder("| race | subject | samples | verdict |\n|---|---|--:|---|\n");
    for (Result result : matrix.results()) {
      text.append("| ")
          .append(MarkdownText.escape(result.race()))
          .append(" | ")
          .append(MarkdownText.escape(result.subject()))
          .append(result.control() ? " (control)" : "")
          .append(" | ")
          .append(String.format(Locale.ROOT, "%,d", result.samples()))
          .append(" | ")
          .append(result.passed() ? "ok" : "**" + MarkdownText.escape(result.verdict()) + "**")
          .append(" |\n");
    }
    return text.toString();
  }
}
