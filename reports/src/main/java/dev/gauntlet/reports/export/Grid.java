package dev.gauntlet.reports.export;

import dev.gauntlet.reports.compare.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lines of text, some of them with columns. Every column is as wide as its widest cell; the first
 * one gives way until the line fits the terminal.
 */
public final class Grid {
  private static final String INDENT = "  ";
  private static final String GAP = "  ";
  private static final int MIN_NAME = 8;
  private static final String BLUE = "\u001b[34m";
  private static final String YELLOW = "\u001b[33m";
  private static final String DIM = "\u001b[2m";
  private static final String RESET = "\u001b[0m";

  private sealed interface Line {}

  private record Plain(String text) implements Line {}

  private record Cells(List<String> cells, Verdict.@Nullable Kind kind) implements Line {}

  private final TextStyle style;
  private final String alignments;
  private final List<Line> lines = new ArrayList<>();

  /**
   * @param alignments one letter per column, {@code l} or {@code r}
   */
  public Grid(TextStyle style, String alignments) {
    this.style = style;
    this.alignments = alignments;
  }

  /** A line of its own. */
  public void plain(String text) {
    lines.add(new Plain(fit(text)));
  }

  /** A line with columns whose last cell is a verdict, coloured by its kind unless that is null. */
  public void cells(Verdict.@Nullable Kind kind, List<String> cells) {
    lines.add(new Cells(cells.stream().map(this::fit).toList(), kind));
  }

  private String fit(String text) {
    return style.ascii() ? Ascii.of(text) : text;
  }

  /** All lines, each with its line feed. */
  public String render() {
    int[] widths = widths();
    StringBuilder text = new StringBuilder();
    for (Line line : lines) {
      switch (line) {
        case Plain plain -> text.append(plain.text());
        case Cells cells -> append(text, cells, widths);
      }
      text.append('\n');
    }
    return text.toString();
  }

  private int[] widths() {
    int[] widths = new int[alignments.length()];
    for (Line line : lines) {
      if (line instanceof Cells cells) {
        for (int i = 0; i < widths.length; i++) {
          widths[i] = Math.max(widths[i], cells.cells().get(i).length());
        }
      }
    }
    int total = INDENT.length() + GAP.length() * (widths.length - 1);
    for (int width : widths) {
      total += width;
    }
    int excess = Math.max(0, total - style.width());
    widths[0] = Math.max(Math.min(widths[0], MIN_NAME), widths[0] - excess);
    return widths;
  }

  private void append(StringBuilder text, Cells cells, int[] widths) {
    text.append(INDENT);
    int last = widths.length - 1;
    for (int i = 0; i < last; i++) {
      text.append(align(cells.cells().get(i), widths[i], alignments.charAt(i))).append(GAP);
    }
    text.append(colored(cells.cells().get(last), cells.kind()));
  }

  private String align(String cell, int width, char alignment) {
    if (cell.length() > width) {
      return cell.substring(0, width - 1) + (style.ascii() ? "~" : "…");
    }
    String padding = " ".repeat(width - cell.length());
    return alignment == 'r' ? padding + cell : cell + padding;
  }

  private String colored(String text, Verdict.@Nullable Kind kind) {
    if (!style.color() || kind == null) {
      return text;
    }
    return switch (kind) {
      case FASTER -> BLUE + text + RESET;
      case SLOWER -> YELLOW + text + RESET;
      case SAME -> text;
      case UNDECIDED -> DIM + text + RESET;
    };
  }
}
