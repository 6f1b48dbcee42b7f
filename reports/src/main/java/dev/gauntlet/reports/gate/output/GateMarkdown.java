package dev.gauntlet.reports.gate.output;

import static dev.gauntlet.reports.format.MarkdownText.escape;

import dev.gauntlet.reports.format.CleanText;
import dev.gauntlet.reports.gate.Verdict;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A gate's report as Markdown that fits a comment on a change (65 536 characters) and the summary
 * of a CI step (1 MiB). What does not fit is left out from the good end.
 */
public final class GateMarkdown {
  /** By which a bot finds its own comment again. */
  public static final String MARKER = "<!-- gauntlet-gate -->";

  /** Characters of the whole report, with room for what a bot puts around it. */
  static final int LIMIT = 60_000;

  private static final int LONGEST_COMMAND = 2_000;
  private static final int LONGEST_LIST = 8_000;

  private GateMarkdown() {}

  /** The report. */
  public static String of(GateReport report) {
    String head =
        MARKER
            + "\n**"
            + escape(report.headline())
            + "**\n\n"
            + "| benchmark | score | change | interval | verdict | pairs |\n"
            + "|---|---|--:|--:|---|--:|\n";
    String tail = tail(report);
    return head + table(report.findings(), LIMIT - head.length() - tail.length()) + tail;
  }

  private static String table(List<Finding> findings, int room) {
    StringBuilder table = new StringBuilder();
    for (int i = 0; i < findings.size(); i++) {
      String row = row(findings.get(i));
      if (table.length() + row.length() + leftOut(findings, i).length() > room) {
        return table + leftOut(findings, i);
      }
      table.append(row);
    }
    return table.toString();
  }

  private static String leftOut(List<Finding> findings, int shown) {
    long bad =
        findings.stream()
            .skip(shown)
            .filter(finding -> finding.verdict().compareTo(Verdict.UNDECIDED) >= 0)
            .count();
    return "\n... and "
        + (findings.size() - shown)
        + " more, "
        + bad
        + " of them without a pass; the JSON has them all.\n";
  }

  private static String row(Finding finding) {
    boolean loud = finding.verdict().compareTo(Verdict.REGRESSED) >= 0;
    String words = escape(finding.words());
    return "| "
        + escape(finding.name())
        + " | "
        + escape(finding.score())
        + " | "
        + escape(finding.change())
        + " | "
        + escape(finding.interval())
        + " | "
        + (loud ? "**" + words + "**" : words)
        + " | "
        + finding.pairs()
        + " |\n";
  }

  private static String tail(GateReport report) {
    String tail =
        "\n"
            + items(report.notices())
            + "\n<details><summary>Machine and settings</summary>\n\n"
            + items(report.environment())
            + items(report.visibility());
    return cut(tail, LONGEST_LIST)
        + "\n</details>\n\nAgain:\n\n    "
        + cut(CleanText.line(report.reproduce()), LONGEST_COMMAND)
        + "\n";
  }

  private static String items(List<String> facts) {
    return facts.stream().map(fact -> "- " + escape(fact) + "\n").collect(Collectors.joining());
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length) + " ...";
  }
}
