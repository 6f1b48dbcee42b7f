package dev.gauntlet.reports.export;

import dev.gauntlet.reports.format.MarkdownText;
import dev.gauntlet.reports.record.ConformanceMatrix;
import dev.gauntlet.reports.record.ConformanceMatrix.Result;
import dev.gauntlet.reports.record.ConformanceMatrix.Rule;
import dev.gauntlet.reports.record.ConformanceMatrix.Subject;
import java.util.Arrays;
import java.util.List;

/** The conformance matrix as CSV and as Markdown. */
public final class ConformanceExport {
  private static final List<String> COLUMNS =
      List.of(
          "rule",
          "level",
          "section",
          "subject",
          "version",
          "outcome",
          "replaced_by",
          "known",
          "message",
          "millis");

  private ConformanceExport() {}

  /** One line per rule and subject. */
  public static String csv(ConformanceMatrix matrix) {
    StringBuilder text = new StringBuilder(Csv.line(COLUMNS));
    for (Rule rule : matrix.rules()) {
      for (Subject subject : matrix.subjects()) {
        matrix
            .result(rule.id(), subject.name())
            .ifPresent(result -> text.append(line(rule, subject, result)));
      }
    }
    return text.toString();
  }

  private static String line(Rule rule, Subject subject, Result result) {
    return Csv.line(
        Arrays.asList(
            rule.id(),
            rule.level(),
            rule.section(),
            subject.name(),
            subject.version(),
            word(result),
            result.replacedBy(),
            result.knownDeviation(),
            result.message(),
            result.millis()));
  }

  private static String word(Result result) {
    return switch (result.outcome()) {
      case KEPT -> "kept";
      case BROKEN -> "broken";
      case REPLACED -> "replaced";
    };
  }

  /** Rules down, subjects across. */
  public static String markdown(ConformanceMatrix matrix) {
    StringBuilder text = new StringBuilder("| rule |");
    matrix
        .subjects()
        .forEach(s -> text.append(' ').append(MarkdownText.escape(s.name())).append(" |"));
    text.append("\n|---|").append("---|".repeat(matrix.subjects().size())).append('\n');
    for (Rule rule : matrix.rules()) {
      text.append("| ").append(MarkdownText.escape(rule.id())).append(" |");
      for (Subject subject : matrix.subjects()) {
        text.append(' ').append(cell(matrix, rule, subject)).append(" |");
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static String cell(ConformanceMatrix matrix, Rule rule, Subject subject) {
    return matrix
        .result(rule.id(), subject.name())
        .map(result ->
            switch (result.outcome()) {
              case KEPT -> "kept";
              case BROKEN -> result.knownDeviation() ? "broken, known" : "**broken**";
              case REPLACED -> "by " + MarkdownText.escape(String.valueOf(result.replacedBy()));
            })
        .orElse("–");
  }
}
