package dev.gauntlet.reports.gate;

import java.util.List;

/** Refuses settings with which no verdict means anything or a run never ends. */
final class SettingsCheck {
  private SettingsCheck() {}

  static void probability(String name, double value) {
    require(value > 0 && value < 1, name + " must be between 0 and 1");
  }

  static void thresholds(double tolerance, double margin) {
    require(tolerance >= 0, "tolerance must not be negative");
    require(margin > tolerance && Double.isFinite(margin), "margin must be greater than tolerance");
  }

  static void drops(double foreignCpuLimit, double dropCap) {
    require(foreignCpuLimit > 0, "foreignCpuLimit must be greater than 0");
    require(dropCap >= 0 && dropCap < 1, "dropCap must be at least 0 and below 1");
  }

  static void pairs(List<Integer> looks, int screenPairs) {
    int before = 0;
    for (int look : looks) {
      require(look > before, "looks must be positive and ascending");
      before = look;
    }
    require(screenPairs > 0, "screenPairs must be greater than 0");
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException("settings." + what);
    }
  }
}
