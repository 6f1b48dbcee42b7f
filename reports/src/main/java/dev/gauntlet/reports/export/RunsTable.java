package dev.gauntlet.reports.export;

import dev.gauntlet.reports.compare.Interval;
import dev.gauntlet.reports.compare.Ratio;
import dev.gauntlet.reports.compare.RowKey;
import dev.gauntlet.reports.compare.RunsAbreast;
import dev.gauntlet.reports.compare.RunsAbreast.Line;
import dev.gauntlet.reports.compare.RunsAbreast.Point;
import dev.gauntlet.reports.compare.Verdict;
import dev.gauntlet.reports.format.Numbers;
import dev.gauntlet.reports.format.Units;
import dev.gauntlet.reports.record.RunHeader;
import java.util.List;
import java.util.Objects;

/** Several runs side by side for the terminal, one block per row. */
public final class RunsTable {
  private static final int SHORT_COMMIT = 7;

  private final RunsAbreast abreast;
  private final TextStyle style;
  private final Grid grid;

  private RunsTable(RunsAbreast abreast, TextStyle style) {
    this.abreast = abreast;
    this.style = style;
    this.grid = new Grid(style, "llrrrlll");
  }

  /** The table, ending in a line feed. */
  public static String of(RunsAbreast abreast, TextStyle style) {
    return new RunsTable(abreast, style).render();
  }

  private String render() {
    for (int run = 0; run < abreast.runs().size(); run++) {
      run(run);
    }
    RowKey current = null;
    for (Line line : abreast.rows()) {
      if (!line.key().equals(current)) {
        current = line.key();
        heading(line);
      }
      line.points().forEach(point -> point(line, point));
    }
    if (abreast.rows().isEmpty()) {
      grid.plain("The runs measured nothing in common with the first.");
    } else {
      grid.plain("");
      grid.plain(
          "group: runs of a row that share a letter cannot be told apart, with all pairs of");
      grid.plain("runs judged together; slower and faster are then marked (hint). Runs are not");
      grid.plain("interleaved: what separates two may be the machine.");
    }
    return grid.render();
  }

  private void run(int run) {
    RunHeader header = abreast.runs().get(run).run().header();
    String commit = Objects.requireNonNullElse(header.commit(), "unknown");
    grid.plain(
        name(run)
            + "  "
            + header.id()
            + "  commit "
            + commit.substring(0, Math.min(SHORT_COMMIT, commit.length()))
            + (header.dirty() ? ", with changes" : ""));
    abreast.obstacles().get(run).forEach(it -> grid.plain("   not comparable with A: " + it));
  }

  private static String name(int run) {
    int letters = 'Z' - 'A' + 1;
    String letter = String.valueOf((char) ('A' + run % letters));
    return run < letters ? letter : letter + run / letters;
  }

  private void heading(Line line) {
    grid.plain("");
    RowKey key = line.key();
    grid.plain(key.scenario() + "  " + line.label() + "  [" + units(line).unit() + "]");
    grid.cells(
        null, List.of("subject", "run", "forks", "score", "/A", "interval", "group", "verdict"));
  }

  private void point(Line line, Point point) {
    Ratio ratio = point.ratio();
    boolean comparable = abreast.obstacles().get(point.run()).isEmpty();
    grid.cells(
        ratio != null && comparable ? ratio.verdict().kind() : null,
        List.of(
            line.points().getFirst().run() == point.run() ? line.subject() : "",
            name(point.run()),
            String.valueOf(point.sample().forks().size()),
            units(line).number(point.sample().center()),
            ratio == null ? "" : Numbers.ratio(ratio.value()),
            ratio == null ? "" : interval(ratio),
            point.letters(),
            ratio == null ? "" : comparable ? verdict(ratio.verdict()) : "not comparable"));
  }

  private static String interval(Ratio ratio) {
    Interval interval = ratio.interval();
    return interval == null ? "none" : Numbers.ratioRange(interval.low(), interval.high(), "-");
  }

  private String verdict(Verdict verdict) {
    Verdict.Kind kind = verdict.kind();
    return (style.ascii() ? kind.ascii() : kind.glyph()) + " " + verdict.text();
  }

  /** One unit for all subjects of a row, chosen by its first. */
  private Units units(Line line) {
    double typical =
        abreast.rows().stream()
            .filter(other -> other.key().equals(line.key()))
            .mapToDouble(other -> other.points().getFirst().sample().center())
            .findFirst()
            .orElseThrow();
    return Units.of(line.key().unit(), typical);
  }
}
