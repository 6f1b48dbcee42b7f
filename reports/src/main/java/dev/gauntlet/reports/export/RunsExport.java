package dev.gauntlet.reports.export;

import dev.gauntlet.reports.compare.Interval;
import dev.gauntlet.reports.compare.Ratio;
import dev.gauntlet.reports.compare.RowKey;
import dev.gauntlet.reports.compare.RunsAbreast;
import dev.gauntlet.reports.compare.RunsAbreast.Line;
import dev.gauntlet.reports.compare.RunsAbreast.Point;
import dev.gauntlet.reports.format.MarkdownText;
import dev.gauntlet.reports.format.Numbers;
import dev.gauntlet.reports.format.Units;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Several runs side by side for other programs, for spreadsheets and for comments. */
public final class RunsExport {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final List<String> COLUMNS =
      List.of(
          "scenario",
          "method",
          "mode",
          "params",
          "threads",
          "unit",
          "subject",
          "run",
          "forks",
          "mean",
          "mean_low",
          "mean_high",
          "ratio_to_first_run",
          "ratio_low",
          "ratio_high",
          "adjusted_probability",
          "verdict",
          "group");

  private record Document(List<Run> runs, List<Entry> rows) {}

  private record Run(String id, @Nullable String commit, List<String> obstacles) {}

  private record Entry(
      String scenario,
      String method,
      String mode,
      Map<String, String> params,
      int threads,
      String unit,
      String subject,
      String run,
      int forks,
      double mean,
      @Nullable Double meanLow,
      @Nullable Double meanHigh,
      @Nullable Double ratio,
      @Nullable Double ratioLow,
      @Nullable Double ratioHigh,
      @Nullable Double adjustedProbability,
      @Nullable String verdict,
      String group) {}

  private final RunsAbreast abreast;

  private RunsExport(RunsAbreast abreast) {
    this.abreast = abreast;
  }

  /** The runs and one entry per row, subject and run. */
  public static String json(RunsAbreast abreast) {
    RunsExport export = new RunsExport(abreast);
    Document document = new Document(export.runs(), export.entries());
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
  }

  /** One line per row, subject and run. */
  public static String csv(RunsAbreast abreast) {
    StringBuilder text = new StringBuilder(Csv.line(COLUMNS));
    new RunsExport(abreast).entries().forEach(entry -> text.append(Csv.line(values(entry))));
    return text.toString();
  }

  /** Rows and subjects down, runs across: the first absolutely, the others as ratios to it. */
  public static String markdown(RunsAbreast abreast) {
    return new RunsExport(abreast).markdown();
  }

  private List<Run> runs() {
    List<Run> runs = new ArrayList<>();
    for (int run = 0; run < abreast.runs().size(); run++) {
      var header = abreast.runs().get(run).run().header();
      runs.add(new Run(header.id(), header.commit(), abreast.obstacles().get(run)));
    }
    return runs;
  }

  private List<Entry> entries() {
    return abreast.rows().stream()
        .flatMap(line -> line.points().stream().map(point -> entry(line, point)))
        .toList();
  }

  private Entry entry(Line line, Point point) {
    RowKey key = line.key();
    Ratio ratio = point.ratio();
    Interval interval = ratio == null ? null : ratio.interval();
    return new Entry(
        key.scenario(),
        key.method(),
        key.mode(),
        key.params(),
        key.threads(),
        key.unit(),
        line.subject(),
        id(point),
        point.sample().forks().size(),
        point.sample().center(),
        low(point.sample().interval()),
        high(point.sample().interval()),
        ratio == null ? null : (Double) ratio.value(),
        low(interval),
        high(interval),
        point.adjusted(),
        ratio == null ? null : verdict(point, ratio),
        point.letters());
  }

  private String id(Point point) {
    return abreast.runs().get(point.run()).run().header().id();
  }

  private String verdict(Point point, Ratio ratio) {
    return abreast.obstacles().get(point.run()).isEmpty()
        ? ratio.verdict().text()
        : "not comparable";
  }

  private static @Nullable Double low(@Nullable Interval interval) {
    return interval == null ? null : (Double) interval.low();
  }

  private static @Nullable Double high(@Nullable Interval interval) {
    return interval == null ? null : (Double) interval.high();
  }

  private static List<@Nullable Object> values(Entry entry) {
    return Arrays.asList(
        entry.scenario(),
        entry.method(),
        entry.mode(),
        Csv.params(entry.params()),
        entry.threads(),
        entry.unit(),
        entry.subject(),
        entry.run(),
        entry.forks(),
        entry.mean(),
        entry.meanLow(),
        entry.meanHigh(),
        entry.ratio(),
        entry.ratioLow(),
        entry.ratioHigh(),
        entry.adjustedProbability(),
        entry.verdict(),
        entry.group());
  }

  private String markdown() {
    StringBuilder text = new StringBuilder("| scenario | subject |");
    runs().forEach(run -> text.append(' ').append(MarkdownText.escape(run.id())).append(" |"));
    text.append("\n|---|---|").append("--:|".repeat(abreast.runs().size())).append('\n');
    for (Line line : abreast.rows()) {
      text.append("| ")
          .append(MarkdownText.escape(line.key().scenario() + ", " + line.label()))
          .append(" | ")
          .append(MarkdownText.escape(line.subject()))
          .append(" |");
      for (int run = 0; run < abreast.runs().size(); run++) {
        text.append(' ').append(cell(line, run)).append(" |");
      }
      text.append('\n');
    }
    text.append(
            "\nRuns of a row that share a letter cannot be told apart: all pairs of runs judged")
        .append(" together, at most 5 % false differences. (hint): the row alone shows it, the")
        .append(" table does not. Runs are not interleaved, so a difference may be the machine.\n");
    return text.toString();
  }

  private String cell(Line line, int run) {
    return line.points().stream()
        .filter(point -> point.run() == run)
        .map(point -> cell(line.key(), point))
        .findFirst()
        .orElse("–");
  }

  private String cell(RowKey key, Point point) {
    Ratio ratio = point.ratio();
    double center = point.sample().center();
    if (ratio == null) {
      return MarkdownText.escape(Units.of(key.unit(), center).format(center)) + group(point);
    }
    return "**"
        + Numbers.ratio(ratio.value())
        + "×**"
        + Markdown.range(ratio)
        + " "
        + verdict(point, ratio)
        + group(point);
  }

  private static String group(Point point) {
    return point.letters().isEmpty() ? "" : " · " + point.letters();
  }
}
