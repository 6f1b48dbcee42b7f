package dev.gauntlet.reports.page.model;

import java.util.List;

/**
 * This run against another.
 *
 * @param anchor id of the section
 * @param title what is compared
 * @param obstacles why the two cannot be compared; empty when they can
 * @param baseline subject that both runs hold the others against; empty when there is none
 * @param facts what differs between the machines and the settings
 * @param lines what both measured
 */
public record DifferenceSection(
    String anchor,
    String title,
    List<String> obstacles,
    String baseline,
    List<Fact> facts,
    List<Line> lines) {

  /**
   * What differs.
   *
   * @param term its name
   * @param before what it was in the other run
   * @param after what it is in this run
   */
  public record Fact(String term, String before, String after) {}

  /**
   * One subject in one row.
   *
   * @param scenario name of the scenario
   * @param variant parameters and threads
   * @param subject its name
   * @param before mean in the other run
   * @param after mean in this run
   * @param cell the ratio and its verdict
   * @param beforeOverBaseline ratio to the baseline within the other run
   * @param afterOverBaseline ratio to the baseline within this run
   */
  public record Line(
      String scenario,
      String variant,
      String subject,
      String before,
      String after,
      Glance.CellView cell,
      Glance.CellView beforeOverBaseline,
      Glance.CellView afterOverBaseline) {}
}
