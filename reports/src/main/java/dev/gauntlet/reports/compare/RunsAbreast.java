package dev.gauntlet.reports.compare;

import dev.gauntlet.reports.compare.RunDifference.Change;
import dev.gauntlet.reports.statistics.BenjaminiHochberg;
import dev.gauntlet.reports.statistics.LetterGroups;
import dev.gauntlet.reports.statistics.RankSum;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Several runs side by side, each set against the first. Forks of different runs share no round, so
 * nothing is paired, and what separates two runs may be the machine. The table as a whole holds at
 * most {@link Contrast#RATE} false separations among its separations, on average.
 *
 * @param runs at least one
 * @param obstacles for each run why it cannot be compared with the first, one line each; empty when
 *     it can
 * @param rows what the first run and another one measured
 */
public record RunsAbreast(List<Comparison> runs, List<List<String>> obstacles, List<Line> rows) {
  public RunsAbreast {
    runs = List.copyOf(runs);
    obstacles = List.copyOf(obstacles);
    rows = List.copyOf(rows);
  }

  /**
   * One subject in one row, over the runs.
   *
   * @param key what was measured
   * @param label what tells the row from others of its scenario
   * @param subject name of the subject
   * @param points the runs that have it, in their order
   */
  public record Line(RowKey key, String label, String subject, List<Point> points) {
    public Line {
      points = List.copyOf(points);
    }
  }

  /**
   * What one run says.
   *
   * @param run index into {@link RunsAbreast#runs()}
   * @param sample its forks
   * @param ratio time over that of the first run; null for the first
   * @param adjusted two-sided probability of such a difference from the first run, after Benjamini
   *     and Hochberg over all pairs of runs of the table; null for the first and when it cannot be
   *     compared
   * @param letters runs that share one cannot be told apart; empty when it cannot be compared
   */
  public record Point(
      int run, Sample sample, @Nullable Ratio ratio, @Nullable Double adjusted, String letters) {

    /** A difference from the first run that the whole table does not show is a hint. */
    private Point judged(@Nullable Double probability, String group) {
      Ratio held = ratio == null ? null : ratio.heldTo(isFound(probability));
      return new Point(run, sample, held, probability, group);
    }

    private static boolean isFound(@Nullable Double probability) {
      return probability != null && probability <= Contrast.RATE;
    }
  }

  /** Compares runs with the first of them and with each other. */
  public static RunsAbreast of(List<Comparison> runs) {
    List<List<String>> obstacles = new ArrayList<>();
    Map<List<Object>, Line> lines = new LinkedHashMap<>();
    for (int run = 0; run < runs.size(); run++) {
      RunDifference difference = RunDifference.between(runs.getFirst(), runs.get(run));
      obstacles.add(difference.obstacles());
      for (Change change : difference.changes()) {
        lines.merge(
            List.of(change.key(), change.subject()), line(change, run), RunsAbreast::joined);
      }
    }
    List<Line> rows = lines.values().stream().filter(line -> line.points().size() > 1).toList();
    return new RunsAbreast(runs, obstacles, lettered(rows, obstacles));
  }

  private static Line line(Change change, int run) {
    Point point = new Point(run, change.after(), run == 0 ? null : change.ratio(), null, "");
    return new Line(change.key(), change.label(), change.subject(), List.of(point));
  }

  private static Line joined(Line line, Line further) {
    List<Point> points = new ArrayList<>(line.points());
    points.addAll(further.points());
    return new Line(line.key(), line.label(), line.subject(), points);
  }

  private static List<Line> lettered(List<Line> rows, List<List<String>> obstacles) {
    double[] adjusted =
        BenjaminiHochberg.adjust(
            rows.stream()
                .flatMap(row -> contrasts(row, obstacles).stream())
                .mapToDouble(Double::doubleValue)
                .toArray());
    List<Line> lettered = new ArrayList<>();
    int next = 0;
    for (Line row : rows) {
      List<Point> comparable = comparable(row, obstacles);
      double[][] table = new double[comparable.size()][comparable.size()];
      for (int i = 0; i < table.length; i++) {
        for (int j = i + 1; j < table.length; j++) {
          table[i][j] = adjusted[next++];
          table[j][i] = table[i][j];
        }
      }
      lettered.add(lettered(row, comparable, table));
    }
    return lettered;
  }

  private static List<String> letters(double[][] adjusted) {
    boolean[][] differs = new boolean[adjusted.length][adjusted.length];
    for (int i = 0; i < adjusted.length; i++) {
      for (int j = 0; j < adjusted.length; j++) {
        differs[i][j] = i != j && adjusted[i][j] <= Contrast.RATE;
      }
    }
    return LetterGroups.of(differs);
  }

  private static List<Double> contrasts(Line row, List<List<String>> obstacles) {
    List<Point> points = comparable(row, obstacles);
    List<Double> probabilities = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      for (int j = i + 1; j < points.size(); j++) {
        probabilities.add(
            RankSum.twoSided(
                points.get(i).sample().times(row.key()), points.get(j).sample().times(row.key())));
      }
    }
    return probabilities;
  }

  private static List<Point> comparable(Line row, List<List<String>> obstacles) {
    return row.points().stream().filter(point -> obstacles.get(point.run()).isEmpty()).toList();
  }

  /** The first run comes first among those that can be compared, for it can be with itself. */
  private static Line lettered(Line row, List<Point> comparable, double[][] adjusted) {
    List<String> letters = letters(adjusted);
    List<Point> points = new ArrayList<>();
    for (Point point : row.points()) {
      int place = comparable.indexOf(point);
      boolean isFirst = point.ratio() == null;
      points.add(
          place < 0
              ? point
              : point.judged(isFirst ? null : (Double) adjusted[0][place], letters.get(place)));
    }
    return new Line(row.key(), row.label(), row.subject(), points);
  }
}
