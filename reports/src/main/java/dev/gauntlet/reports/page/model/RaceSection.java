package dev.gauntlet.reports.page.model;

import java.util.List;

/**
 * Races by subjects.
 *
 * @param summary the result in a sentence
 * @param subjects the columns
 * @param rows one per race
 */
public record RaceSection(String summary, List<String> subjects, List<RaceRow> rows) {

  /**
   * A race.
   *
   * @param anchor id of its row
   * @param name its name
   * @param rules the rules it checks
   * @param cells one per subject
   * @param controls the cells of the subjects that are weakened on purpose
   * @param details every outcome over every subject
   */
  public record RaceRow(
      String anchor,
      String name,
      List<RuleLink> rules,
      List<Cell> cells,
      List<Cell> controls,
      List<Outcomes> details) {}

  /**
   * A rule.
   *
   * @param id its id
   * @param target id of its row in the conformance matrix; empty when there is none
   */
  public record RuleLink(String id, String target) {}

  /**
   * How a race ended over a subject.
   *
   * @param tone {@code kept}, {@code broken} or {@code unasked}
   * @param glyph decoration
   * @param word the verdict
   * @param samples how many samples that is
   */
  public record Cell(String tone, String glyph, String word, String samples) {}

  /**
   * What was seen over one subject.
   *
   * @param subject its name
   * @param lines the outcomes
   * @param errors what went wrong, one line each
   */
  public record Outcomes(String subject, List<OutcomeLine> lines, List<String> errors) {}

  /**
   * An outcome.
   *
   * @param id the outcome, in the words of its race
   * @param count how many samples ended so
   * @param expectation what is held of it
   * @param description what it means
   */
  public record OutcomeLine(String id, String count, String expectation, String description) {}
}
