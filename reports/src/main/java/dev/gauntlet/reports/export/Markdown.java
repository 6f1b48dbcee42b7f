package dev.gauntlet.reports.export;

import dev.gauntlet.reports.compare.Cell;
import dev.gauntlet.reports.compare.Comparison;
import dev.gauntlet.reports.compare.Completeness;
import dev.gauntlet.reports.compare.Interval;
import dev.gauntlet.reports.compare.Notice;
import dev.gauntlet.reports.compare.Ratio;
import dev.gauntlet.reports.compare.Row;
import dev.gauntlet.reports.format.MarkdownText;
import dev.gauntlet.reports.format.Numbers;
import dev.gauntlet.reports.format.Units;
import dev.gauntlet.reports.record.SubjectInfo;
import java.util.List;

/** A comparison as a Markdown table, rows by subjects, with what to know before quoting it. */
public final class Markdown {
  private Markdown() {}

  /** The table, its legend and the notices. */
  public static String of(Comparison comparison) {
    StringBuilder text = new StringBuilder();
    if (comparison.run().header().settings().isQuick()) {
      text.append("> **Quick numbers are a look and no result.**\n\n");
    }
    Completeness.of(comparison.run())
        .ifPresent(missing ->
            text.append("> **")
                .append(missing.headline())
                .append("** ")
                .append(missing.detail())
                .append("\n\n"));
    appendTable(text, comparison);
    text.append('\n').append(legend(comparison)).append('\n');
    List<Notice> notices = comparison.notices();
    if (!notices.isEmpty()) {
      text.append("\nRead before you quote:\n\n");
      notices.forEach(notice -> text.append("- ").append(line(notice)).append('\n'));
    }
    return text.toString();
  }

  private static void appendTable(StringBuilder text, Comparison comparison) {
    List<String> subjects = columns(comparison);
    text.append("| scenario | ").append(escape(comparison.baseline())).append(" |");
    subjects.forEach(subject -> text.append(' ').append(escape(subject)).append(" |"));
    text.append("\n|---|--:|").append("--:|".repeat(subjects.size())).append('\n');
    for (Row row : comparison.rows()) {
      text.append("| ")
          .append(label(row))
          .append(" | ")
          .append(baseline(comparison, row))
          .append(" |");
      for (String subject : subjects) {
        text.append(' ')
            .append(row.cell(subject).map(cell -> cell(row, cell)).orElse("–"))
            .append(" |");
      }
      text.append('\n');
    }
  }

  private static List<String> columns(Comparison comparison) {
    return comparison.subjects().stream()
        .map(SubjectInfo::name)
        .filter(name -> !name.equals(comparison.baseline()))
        .toList();
  }

  private static String label(Row row) {
    return escape(row.key().scenario() + ", " + row.label());
  }

  private static String baseline(Comparison comparison, Row row) {
    return row.cell(comparison.baseline()).map(cell -> absolute(row, cell)).orElse("–");
  }

  /** The interval of a ratio in brackets, behind a space; empty without one. */
  static String range(Ratio ratio) {
    Interval interval = ratio.interval();
    return interval == null
        ? ""
        : " (" + Numbers.ratioRange(interval.low(), interval.high(), "–") + ")";
  }

  /** The value of a cell with its unit. */
  static String absolute(Row row, Cell cell) {
    double center = cell.sample().center();
    return escape(Units.of(row.key().unit(), center).format(center));
  }

  private static String cell(Row row, Cell cell) {
    Ratio ratio = cell.ratio();
    if (ratio == null) {
      return absolute(row, cell);
    }
    String value = "**" + Numbers.ratio(ratio.value()) + "×**" + range(ratio);
    return cell.isRanked()
        ? ratio.verdict().kind().glyph() + " " + value + " " + ratio.verdict().text()
        : "✗ " + value + " breaks " + escape(String.join(", ", cell.brokenRules()));
  }

  private static String legend(Comparison comparison) {
    return "Time over the time of "
        + escape(comparison.baseline())
        + ", forks paired within rounds, "
        + Numbers.percent(comparison.options().confidence())
        + " interval; below 1 is faster. Within ±"
        + Numbers.percent(comparison.options().band())
        + " is the same. Run "
        + escape(comparison.run().header().id())
        + ".";
  }

  private static String line(Notice notice) {
    String text = escape(notice.text());
    return notice.about().isEmpty() ? text : "**" + escape(notice.about()) + "**: " + text;
  }

  static String escape(String text) {
    return MarkdownText.escape(text);
  }
}
