package dev.gauntlet.reports.page;

import dev.gauntlet.reports.chart.ForestChart;
import dev.gauntlet.reports.chart.MarkStyle;
import dev.gauntlet.reports.compare.Cell;
import dev.gauntlet.reports.compare.Comparison;
import dev.gauntlet.reports.compare.Interval;
import dev.gauntlet.reports.compare.Ratio;
import dev.gauntlet.reports.compare.Row;
import dev.gauntlet.reports.format.Numbers;
import dev.gauntlet.reports.page.model.Profile;
import dev.gauntlet.reports.page.model.ScenarioSection.Figure;
import dev.gauntlet.reports.record.SubjectInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Each subject across the scenarios: where it is strong and where it is weak. */
final class Profiles {
  private static final int MOST = 8;
  private static final int MOST_MARKS = 120;

  private final Context context;
  private final Comparison comparison;

  Profiles(Context context) {
    this.context = context;
    this.comparison = context.comparison();
  }

  /** One profile for each subject, our own first; not all where there are many. */
  List<Profile> all() {
    return comparison.executors().stream()
        .filter(subject -> subject.kind() != SubjectInfo.Kind.FLOOR)
        .sorted(Comparator.comparingInt(this::priority))
        .limit(Math.clamp(MOST_MARKS / Math.max(1, comparison.executorRows().size()), 1, MOST))
        .map(this::profile)
        .filter(profile -> !profile.figure().caption().isEmpty())
        .toList();
  }

  private int priority(SubjectInfo subject) {
    return switch (subject.kind()) {
      case GAUNTLET -> 0;
      case PEER -> subject.name().equals(comparison.baseline()) ? 1 : 2;
      case FLOOR, LIMIT -> 3;
    };
  }

  private Profile profile(SubjectInfo subject) {
    List<ForestChart.Mark> marks = new ArrayList<>();
    for (Row row : comparison.executorRows()) {
      row.cell(subject.name()).ifPresent(cell -> addMark(marks, row, cell));
    }
    String version = subject.version() == null ? "" : ", " + subject.version();
    return new Profile(
        context.anchors().of("profile", subject.name()),
        subject.name(),
        subject.description() + version,
        context.rules(subject.name()).map(score -> score + " rules kept").orElse(""),
        marks.isEmpty() ? new Figure(Html.raw(""), "") : figure(subject.name(), marks));
  }

  private void addMark(List<ForestChart.Mark> marks, Row row, Cell cell) {
    Ratio ratio = cell.toBestPeer();
    Interval interval = ratio == null ? null : ratio.interval();
    boolean isBest = cell.subject().equals(row.bestPeer());
    if (ratio != null || isBest) {
      marks.add(
          new ForestChart.Mark(
              row.label(),
              context.color(cell.subject()),
              ratio == null ? 1 : ratio.value(),
              interval == null ? Double.NaN : interval.low(),
              interval == null ? Double.NaN : interval.high(),
              label(cell, ratio),
              cell.isRanked() ? MarkStyle.RANKED : MarkStyle.UNRANKED,
              row.key().scenario(),
              cell.subject()));
    }
  }

  private static String label(Cell cell, @Nullable Ratio ratio) {
    if (ratio == null) {
      return "1× is the best peer";
    }
    return cell.isRanked() ? Words.marked(ratio) : Words.markedUnranked(ratio);
  }

  private Figure figure(String subject, List<ForestChart.Mark> marks) {
    ForestChart chart =
        new ForestChart(
            "p" + comparison.executors().stream().map(SubjectInfo::name).toList().indexOf(subject),
            subject + " across the scenarios",
            marks.stream()
                .map(mark -> mark.group() + ", " + mark.name() + " " + mark.label())
                .collect(Collectors.joining("; ")),
            "← faster · time over the best peer · slower →",
            marks,
            comparison.options().bandLow(),
            comparison.options().bandHigh(),
            Double.NaN);
    return new Figure(
        Html.raw(chart.svg()),
        "Time over the best peer's of each row, with "
            + Numbers.percent(comparison.options().confidence())
            + " interval.");
  }
}
