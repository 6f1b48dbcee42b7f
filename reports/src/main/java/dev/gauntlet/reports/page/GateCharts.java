package dev.gauntlet.reports.page;

import dev.gauntlet.reports.chart.ForestChart;
import dev.gauntlet.reports.chart.MarkStyle;
import dev.gauntlet.reports.format.Numbers;
import dev.gauntlet.reports.gate.GateSettings;
import dev.gauntlet.reports.gate.output.Finding;
import dev.gauntlet.reports.gate.output.GateReport;
import dev.gauntlet.reports.page.model.ScenarioSection.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A chart for each score: every row with its interval, against tolerance and margin. */
final class GateCharts {
  private static final int COLOR = 0;

  private final GateReport report;
  private final GateSettings settings;
  private final String id;

  GateCharts(GateReport report, String id) {
    this.report = report;
    this.id = id;
    this.settings = report.log().header().settings();
  }

  List<Figure> all() {
    List<Figure> figures = new ArrayList<>();
    for (GateSettings.Score score : settings.scores()) {
      String name = score.word();
      List<ForestChart.Mark> marks = marks(name);
      if (!marks.isEmpty()) {
        figures.add(figure(name, marks));
      }
    }
    return figures;
  }

  private List<ForestChart.Mark> marks(String score) {
    List<ForestChart.Mark> marks = new ArrayList<>();
    for (Finding finding : report.findings()) {
      Double estimate = finding.estimate();
      if (finding.score().equals(score) && estimate != null) {
        marks.add(
            new ForestChart.Mark(
                finding.name(),
                COLOR,
                1 + estimate,
                end(finding, finding.lower(), 0),
                end(finding, finding.upper(), Double.POSITIVE_INFINITY),
                finding.change(),
                MarkStyle.RANKED));
      }
    }
    return marks;
  }

  /** One look may bound a change on one side alone; the other end is open then. */
  private static double end(Finding finding, @Nullable Double change, double open) {
    if (change != null) {
      return 1 + change;
    }
    return finding.interval().isEmpty() ? Double.NaN : open;
  }

  private Figure figure(String score, List<ForestChart.Mark> marks) {
    double tolerance = 1 + settings.tolerance();
    ForestChart chart =
        new ForestChart(
            id + "-" + score,
            "Change of the " + score,
            marks.stream()
                .map(mark -> mark.name() + " " + mark.label())
                .collect(Collectors.joining(", ")),
            "← faster · time of the candidate over the base · slower →",
            marks,
            1 / tolerance,
            tolerance,
            1 + settings.margin());
    return new Figure(
        Html.raw(chart.svg()),
        "The "
            + score
            + " of each row with its repeated interval. Grey: within the tolerance of "
            + Numbers.percent(settings.tolerance())
            + ". Line: the margin of "
            + Numbers.percent(settings.margin())
            + ".");
  }
}
