package dev.gauntlet.reports.page.model;

import java.util.List;

/**
 * This run against another.
 *
 * @param anchor id of the section
 * @param title what is compared
 * @param obstacles why the two cannot be compared; empty when they can
 * @param lines what both measured
 */
public record DifferenceSection(
    String anchor, String title, List<String> obstacles, List<Line> lines) {

  /**
   * One subject in one row.
   *
   * @param scenario name of the scenario
   * @param variant parameters and threads
   * @param subject its name
   * @param before mean in the other run
   * @param after mean in this run
   * @param cell the ratio and its verdict
   */
  public record Line(
      String scenario,
      String variant,
      String subject,
      String before,
      String after,
      Glance.CellView cell) {}
}
