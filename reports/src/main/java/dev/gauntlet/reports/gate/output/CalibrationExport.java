package dev.gauntlet.reports.gate.output;

import dev.gauntlet.reports.export.Csv;
import dev.gauntlet.reports.format.MarkdownText;
import dev.gauntlet.reports.format.Numbers;
import dev.gauntlet.reports.gate.Calibration;
import dev.gauntlet.reports.gate.PowerPoint;
import dev.gauntlet.reports.gate.RowCalibration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A calibration's table of powers for spreadsheets and comments. */
public final class CalibrationExport {
  private static final List<String> COLUMNS =
      List.of(
          "benchmark",
          "mode",
          "params",
          "threads",
          "score",
          "pairs",
          "dropped",
          "deviation",
          "seen_from",
          "injected",
          "regressed",
          "gates");

  private CalibrationExport() {}

  /** One line for each row, score and injected slow-down; those and deviations are fractions. */
  public static String csv(Calibration calibration) {
    return Csv.line(COLUMNS)
        + calibration.rows().stream()
            .flatMap(row -> row.powers().stream().map(power -> line(row, power)))
            .collect(Collectors.joining());
  }

  private static String line(RowCalibration row, PowerPoint power) {
    return Csv.line(
        Arrays.asList(
            row.row().benchmark(),
            row.row().mode(),
            Csv.params(row.row().params()),
            row.row().threads(),
            row.score().word(),
            row.residuals().size(),
            row.dropped(),
            row.robustDeviation(),
            row.visible(),
            power.effect(),
            power.convicted().successes(),
            power.convicted().trials()));
  }

  /** A line for each row and score, a column for each injected slow-down. */
  public static String markdown(Calibration calibration) {
    List<RowCalibration> rows =
        calibration.rows().stream().filter(RowCalibration::isEnough).toList();
    if (rows.isEmpty()) {
      return "No row has " + RowCalibration.ENOUGH + " undisturbed pairs.\n";
    }
    List<PowerPoint> effects = rows.getFirst().powers();
    String head =
        effects.stream()
            .map(power -> " +" + Numbers.fixed(power.effect() * 100, 0) + " % |")
            .collect(Collectors.joining());
    return "| benchmark | score | pairs | seen from |"
        + head
        + "\n|---|---|--:|--:|"
        + "--:|".repeat(effects.size())
        + '\n'
        + rows.stream().map(CalibrationExport::line).collect(Collectors.joining());
  }

  private static String line(RowCalibration row) {
    Double visible = row.visible();
    return "| "
        + MarkdownText.escape(row.row().benchmark())
        + " | "
        + row.score().word()
        + " | "
        + row.residuals().size()
        + " | "
        + (visible == null ? "nothing" : Numbers.percent(visible))
        + " |"
        + row.powers().stream()
            .map(power -> " " + Numbers.fixed(power.convicted().rate(), 2) + " |")
            .collect(Collectors.joining())
        + '\n';
  }
}
