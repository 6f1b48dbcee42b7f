package dev.gauntlet.reports.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gauntlet.reports.gate.GateSettings.Plan;
import dev.gauntlet.reports.gate.GateSettings.Score;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Settings that are refused, each with the line that says why. */
class GateSettingsTest {
  private static GateSettings settings(
      double tolerance, double margin, double alpha, List<Integer> looks, double dropCap) {
    return new GateSettings(
        Plan.FULL,
        tolerance,
        margin,
        alpha,
        0.05,
        looks,
        6,
        List.of(Score.FLOOR),
        1,
        1,
        1,
        1,
        10,
        dropCap,
        false,
        false,
        1);
  }

  private static void refused(String reason, org.junit.jupiter.api.function.Executable settings) {
    assertEquals(reason, assertThrows(IllegalArgumentException.class, settings).getMessage());
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    List<Integer> looks = List.of(8, 10);
    settings(0, 0.05, 0.05, looks, 0);
    String margin = "settings.margin must be greater than tolerance";
    refused(margin, () -> settings(0.05, 0.05, 0.05, looks, 0.5));
    refused(margin, () -> settings(0.02, Double.NaN, 0.05, looks, 0.5));
    String tolerance = "settings.tolerance must not be negative";
    refused(tolerance, () -> settings(-0.01, 0.05, 0.05, looks, 0.5));
    String alpha = "settings.alpha must be between 0 and 1";
    refused(alpha, () -> settings(0.02, 0.05, 0, looks, 0.5));
    refused(alpha, () -> settings(0.02, 0.05, Double.NaN, looks, 0.5));
    String order = "settings.looks must be positive and ascending";
    refused(order, () -> settings(0.02, 0.05, 0.05, List.of(10, 8), 0.5));
    refused(order, () -> settings(0.02, 0.05, 0.05, List.of(0, 8), 0.5));
    String cap = "settings.dropCap must be at least 0 and below 1";
    refused(cap, () -> settings(0.02, 0.05, 0.05, looks, 1));
  }
}
