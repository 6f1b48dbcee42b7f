package dev.gauntlet.reports.page.model;

import dev.gauntlet.reports.page.model.ScenarioSection.RuleLink;
import java.util.List;

/**
 * Which subject to take for what.
 *
 * @param lines one per row of the comparison
 * @param doubts what would change the answers
 */
public record Choice(List<Line> lines, List<String> doubts) {

  /**
   * One row.
   *
   * @param anchor id of its section
   * @param scenario name of the scenario
   * @param variant parameters and threads
   * @param question what the scenario asks; empty for its further rows
   * @param first the fastest subject; empty when nothing is ranked
   * @param value what was measured of it
   * @param alike subjects that cannot be told apart from it
   * @param sureness from how many others it can be told apart, and how far the next one is
   * @param rules what it keeps
   * @param rulesTone {@code good}, {@code bad} or empty
   * @param broken some of the rules that it breaks
   * @param brokenMore how many it breaks beside these; empty when there are none
   * @param instead the fastest that keeps all rules; empty when that is the first, or there is none
   */
  public record Line(
      String anchor,
      String scenario,
      String variant,
      String question,
      String first,
      String value,
      List<String> alike,
      String sureness,
      String rules,
      String rulesTone,
      List<RuleLink> broken,
      String brokenMore,
      String instead) {}
}
