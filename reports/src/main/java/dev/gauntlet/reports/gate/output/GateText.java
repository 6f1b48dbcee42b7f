package dev.gauntlet.reports.gate.output;

import dev.gauntlet.reports.export.TextStyle;
import dev.gauntlet.reports.format.CleanText;
import dev.gauntlet.reports.gate.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A gate's report for the terminal, at most as wide as it. */
public final class GateText {
  private static final String RED = "\u001b[31m";
  private static final String YELLOW = "\u001b[33m";
  private static final String GREEN = "\u001b[32m";
  private static final String RESET = "\u001b[0m";
  private static final String GAP = "  ";
  private static final int LEAST_NAME = 12;
  private static final List<String> TITLES =
      List.of("benchmark", "score", "change", "interval", "pairs", "verdict");
  private static final int LAST = 5;

  private final GateReport report;
  private final TextStyle style;
  private final StringBuilder text = new StringBuilder();

  private GateText(GateReport report, TextStyle style) {
    this.report = report;
    this.style = style;
  }

  /** The report, ending with a line feed. */
  public static String of(GateReport report, TextStyle style) {
    return new GateText(report, style).render();
  }

  private String render() {
    table();
    report.notices().forEach(notice -> wrapped("! ", notice));
    report.environment().forEach(fact -> wrapped("  ", fact));
    report.visibility().forEach(fact -> wrapped("  ", fact));
    line("again   " + CleanText.line(report.reproduce()));
    line(colored(report.verdict(), report.headline()));
    return text.toString();
  }

  private void table() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(TITLES);
    report.findings().forEach(finding -> rows.add(cells(finding)));
    int[] widths = widths(rows);
    for (int i = 0; i < rows.size(); i++) {
      row(rows.get(i), widths, i == 0 ? null : report.findings().get(i - 1).verdict());
    }
    text.append('\n');
  }

  private List<String> cells(Finding finding) {
    return List.of(
        fit(finding.name()),
        fit(finding.score()),
        finding.change(),
        finding.interval(),
        String.valueOf(finding.pairs()),
        fit(finding.words()));
  }

  private String fit(String cell) {
    return style.ascii() ? cell.replaceAll("[^\\x20-\\x7e]", "?") : cell;
  }

  private int[] widths(List<List<String>> rows) {
    int[] widths = new int[LAST + 1];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    widths[LAST] = Math.min(widths[LAST], "slower, within margin".length());
    int total = LAST * GAP.length();
    for (int width : widths) {
      total += width;
    }
    int excess = Math.max(0, total - style.width());
    widths[0] = Math.max(LEAST_NAME, widths[0] - excess);
    return widths;
  }

  /** Words that do not fit beside the numbers go below them. */
  private void row(List<String> cells, int[] widths, @Nullable Verdict verdict) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < LAST; i++) {
      boolean right = i > 1;
      line.append(aligned(cells.get(i), widths[i], right)).append(GAP);
    }
    String words = cells.get(LAST);
    boolean fits = line.length() + words.length() <= style.width();
    if (verdict == null) {
      line(line + words);
    } else if (fits) {
      line(line + colored(verdict, words));
    } else {
      line(line + colored(verdict, Finding.word(verdict)));
      wrapped("    ", words);
    }
  }

  private String aligned(String cell, int width, boolean right) {
    if (cell.length() > width) {
      return cell.substring(0, width - 1) + (style.ascii() ? "~" : "…");
    }
    String padding = " ".repeat(width - cell.length());
    return right ? padding + cell : cell + padding;
  }

  private void wrapped(String indent, String words) {
    String line = indent;
    for (String word : fit(words).split(" ", -1)) {
      if (line.length() + word.length() > style.width() && line.length() > indent.length()) {
        line(line.stripTrailing());
        line = " ".repeat(indent.length());
      }
      line += word + " ";
    }
    line(line.stripTrailing());
  }

  private void line(String line) {
    text.append(line.stripTrailing()).append('\n');
  }

  private String colored(Verdict verdict, String words) {
    if (!style.color()) {
      return words;
    }
    return switch (verdict) {
      case FAILED, REGRESSED -> RED + words + RESET;
      case ENV_UNFIT, INCOMPLETE, UNDECIDED -> YELLOW + words + RESET;
      case IMPROVED -> GREEN + words + RESET;
      case PASS, SLOWER_WITHIN_MARGIN -> words;
    };
  }
}
