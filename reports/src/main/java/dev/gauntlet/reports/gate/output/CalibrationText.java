package dev.gauntlet.reports.gate.output;

import dev.gauntlet.reports.format.Numbers;
import dev.gauntlet.reports.gate.Calibration;
import dev.gauntlet.reports.gate.GateRow;
import dev.gauntlet.reports.gate.PowerPoint;
import dev.gauntlet.reports.gate.RowCalibration;
import dev.gauntlet.reports.statistics.Binomial;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A calibration for the terminal: how often the gate would convict, by injected slow-down. */
public final class CalibrationText {
  private static final int NAME = 17;

  private CalibrationText() {}

  /** The table, at most 80 columns wide, ending with a line feed. */
  public static String of(Calibration calibration) {
    List<GateRow> all = calibration.rows().stream().map(RowCalibration::row).distinct().toList();
    RowNames names = RowNames.of(all);
    StringBuilder text = new StringBuilder();
    text.append("REGRESSED by an injected slow-down, gates of ")
        .append(calibration.family())
        .append(" scores, ")
        .append(calibration.repetitions())
        .append(" each\n");
    text.append(line("benchmark", "score", "pairs", "sd", effects(calibration), "seen from"));
    for (RowCalibration row : calibration.rows()) {
      text.append(
          line(
              names.name(row.row()),
              row.score().word(),
              String.valueOf(row.residuals().size()),
              percent(row.robustDeviation()),
              powers(row),
              row.isEnough() ? percent(row.visible()) : "too few"));
    }
    text.append(falseAlarms(calibration));
    text.append("pairs dropped for a busy machine: ")
        .append(calibration.rows().stream().mapToInt(RowCalibration::dropped).sum())
        .append("; ")
        .append(RowCalibration.ENOUGH)
        .append(" kept ones are needed for a claim\n");
    return text.toString();
  }

  /** Of the row with the most of them. */
  private static String falseAlarms(Calibration calibration) {
    return calibration.rows().stream()
        .filter(RowCalibration::isEnough)
        .map(row -> row.powers().get(0).convicted())
        .max(Comparator.comparingInt(Binomial::successes))
        .map(worst ->
            "false alarms without a change: "
                + worst.successes()
                + " of "
                + worst.trials()
                + " gates of a row, at most "
                + Numbers.percent(worst.high())
                + " (95 %)\n")
        .orElse("");
  }

  private static String effects(Calibration calibration) {
    return calibration.rows().stream()
        .filter(RowCalibration::isEnough)
        .findFirst()
        .map(row ->
            row.powers().stream()
                .map(power -> cell("+" + Numbers.fixed(power.effect() * 100, 0) + "%"))
                .collect(Collectors.joining()))
        .orElse("");
  }

  private static String powers(RowCalibration row) {
    return row.powers().stream()
        .map(PowerPoint::convicted)
        .map(convicted -> cell(Numbers.fixed(convicted.rate(), 2)))
        .collect(Collectors.joining());
  }

  private static String cell(String text) {
    return String.format(Locale.ROOT, "%5s", text);
  }

  private static String percent(@Nullable Double fraction) {
    return fraction == null ? "nothing" : Numbers.percent(fraction);
  }

  private static String line(
      String name, String score, String pairs, String sd, String powers, String visible) {
    String shown = name.length() <= NAME ? name : name.substring(0, NAME - 1) + "~";
    return String.format(
                Locale.ROOT, "  %-17s %-6s %5s %6s%s  %s", shown, score, pairs, sd, powers, visible)
            .stripTrailing()
        + "\n";
  }
}
