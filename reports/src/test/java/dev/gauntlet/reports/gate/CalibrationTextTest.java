package dev.gauntlet.reports.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.reports.format.Numbers;
import dev.gauntlet.reports.gate.GateHeader.Purpose;
import dev.gauntlet.reports.gate.output.CalibrationExport;
import dev.gauntlet.reports.gate.output.CalibrationText;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a calibration prints. */
class CalibrationTextTest {
  private static final int REPETITIONS = 400;

  /** Rows whose residuals are evenly spread over 2 %. */
  private static Calibration calibration(int... residuals) {
    SimulatedGate gate =
        new SimulatedGate(
            SimulatedGate.header(
                SimulatedGate.full(), residuals.length, "avgt", Purpose.CALIBRATE));
    for (int row = 0; row < residuals.length; row++) {
      int n = residuals[row];
      gate.pairs(row, IntStream.range(0, n).mapToDouble(i -> 0.02 * i / n - 0.01).toArray());
    }
    return Calibrator.calibrate(gate.log(), REPETITIONS);
  }

  private static List<String> lines(int... residuals) {
    return CalibrationText.of(calibration(residuals)).lines().toList();
  }

  @Test
  void theTableOfPowersIsExported() {
    Calibration calibration = calibration(24, 19);
    RowCalibration first = calibration.rows().getFirst();
    List<String> markdown = CalibrationExport.markdown(calibration).lines().toList();
    assertTrue(markdown.getFirst().startsWith("| benchmark | score | pairs | seen from | +0 % |"));
    assertTrue(
        markdown
            .get(2)
            .matches("\\| [\\w.]+r0 \\| \\w+ \\| 24 \\| [0-9.]+ % \\| 0\\.00 \\|.* 1\\.00 \\|"),
        markdown.get(2));
    assertFalse(String.join("", markdown).contains("r1"), "too few pairs say nothing");
    List<String> csv = CalibrationExport.csv(calibration).lines().toList();
    assertTrue(csv.getFirst().endsWith("seen_from,injected,regressed,gates"), csv.getFirst());
    assertTrue(csv.get(1).endsWith(",0,0,400"), csv.get(1));
    assertTrue(csv.size() > first.powers().size());
    assertEquals("No row has 20 undisturbed pairs.\n", CalibrationExport.markdown(calibration(19)));
  }

  @Test
  void theGreatestRateOfFalseAlarmsIsToldWithItsBound() {
    // Clopper and Pearson's upper bound of 0 of n is 1 - .025^(1/n).
    String bound = Numbers.percent(1 - Math.pow(0.025, 1.0 / REPETITIONS));
    assertTrue(
        lines(24, 24)
            .contains(
                "false alarms without a change: 0 of 400 gates of a row, at most "
                    + bound
                    + " (95 %)"));
  }

  @Test
  void aRowWithoutResidualsEnoughClaimsNothing() {
    List<String> lines = lines(24, 19);
    assertTrue(lines.get(2).matches("  B\\.r0 .*0\\.00 .* 1\\.00  [0-9.]+ %"), lines.get(2));
    assertTrue(lines.get(3).endsWith("too few"), lines.get(3));
    assertFalse(lines(19).stream().anyMatch(line -> line.startsWith("false alarms")));
    assertEquals(List.of(), lines.stream().filter(line -> line.length() > 80).toList());
  }
}
