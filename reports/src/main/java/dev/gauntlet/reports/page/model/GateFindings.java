package dev.gauntlet.reports.page.model;

import dev.gauntlet.reports.page.model.ScenarioSection.Figure;
import java.util.List;

/**
 * What a gate found.
 *
 * @param lines everything that was gated, the worst first
 * @param figures a chart per score
 */
public record GateFindings(List<Line> lines, List<Figure> figures) {

  /**
   * One thing that was gated.
   *
   * @param name name of the row
   * @param score which number of it
   * @param change the change
   * @param interval its interval; empty when there is none
   * @param tone class of the verdict's cell
   * @param words the verdict and what follows from it
   * @param pairs kept pairs, and how many were not kept
   */
  public record Line(
      String name,
      String score,
      String change,
      String interval,
      String tone,
      String words,
      String pairs) {}
}
