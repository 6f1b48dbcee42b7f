package dev.gauntlet.cli;

import dev.gauntlet.reports.export.Csv;
import dev.gauntlet.reports.format.MarkdownText;
import dev.gauntlet.soak.SoakReport;
import dev.gauntlet.soak.SubjectReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A soak as tables: what the terminal shows, a line for each figure. */
final class SoakTables {
  private record Figure(String group, String name, List<Object> values) {}

  private final SoakReport report;
  private final List<Figure> figures = new ArrayList<>();

  private SoakTables(SoakReport report) {
    this.report = report;
    add("", "epochs", SubjectReport::epochs);
    add("", "seconds", SubjectReport::seconds);
    addKinds("operations", SubjectReport::operations);
    addKinds("tasks", SubjectReport::tasks);
    addKinds("faults", SubjectReport::faults);
    add("heap", "first bytes", subject -> subject.heap().firstBytes());
    add("heap", "last bytes", subject -> subject.heap().lastBytes());
    add("heap", "growth bytes", subject -> subject.heap().growthBytes());
    add("", "violations", SubjectReport::violationCount);
    add("", "verdict", subject -> subject.verdict().name().toLowerCase(Locale.ROOT));
  }

  private void add(String group, String name, Function<SubjectReport, Object> value) {
    figures.add(new Figure(group, name, report.subjects().stream().map(value).toList()));
  }

  private void addKinds(String group, Function<SubjectReport, Map<String, Long>> counts) {
    report.subjects().stream()
        .flatMap(subject -> counts.apply(subject).keySet().stream())
        .distinct()
        .forEach(kind -> add(group, kind, subject -> counts.apply(subject).getOrDefault(kind, 0L)));
  }

  /** One line per figure and subject. */
  static String csv(SoakReport report) {
    StringBuilder text =
        new StringBuilder(Csv.line(List.of("seed", "group", "figure", "subject", "value")));
    for (Figure figure : new SoakTables(report).figures) {
      for (int i = 0; i < figure.values().size(); i++) {
        List<@Nullable Object> line =
            Arrays.asList(
                report.seed(),
                figure.group().isEmpty() ? null : figure.group(),
                figure.name(),
                report.subjects().get(i).subject(),
                figure.values().get(i));
        text.append(Csv.line(line));
      }
    }
    return text.toString();
  }

  /** Figures down, subjects across. */
  static String markdown(SoakReport report) {
    StringBuilder text = new StringBuilder("| seed " + report.seed() + " |");
    report.subjects().forEach(s -> text.append(' ').append(escape(s.subject())).append(" |"));
    text.append("\n|---|").append("--:|".repeat(report.subjects().size())).append('\n');
    for (Figure figure : new SoakTables(report).figures) {
      String group = figure.group().isEmpty() ? "" : figure.group() + ": ";
      text.append("| ").append(escape(group + figure.name())).append(" |");
      figure.values().forEach(value -> text.append(' ').append(cell(value)).append(" |"));
      text.append('\n');
    }
    return text.toString();
  }

  private static String cell(Object value) {
    return value instanceof Double number
        ? String.format(Locale.ROOT, "%.1f", number)
        : escape(String.valueOf(value));
  }

  private static String escape(String text) {
    return MarkdownText.escape(text);
  }
}
