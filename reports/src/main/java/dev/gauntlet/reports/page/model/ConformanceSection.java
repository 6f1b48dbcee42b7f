package dev.gauntlet.reports.page.model;

import gg.jte.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rules by subjects.
 *
 * @param summary the result in a sentence
 * @param broken the rules that somebody breaks, with what was seen
 * @param subjects the columns
 * @param groups the rules by section of the specification
 */
public record ConformanceSection(
    String summary, List<BrokenRule> broken, List<SubjectColumn> subjects, List<Group> groups) {

  /**
   * A broken rule.
   *
   * @param anchor id of what was seen
   * @param rule the rule
   * @param findings who breaks it
   */
  public record BrokenRule(String anchor, RuleText rule, List<Finding> findings) {}

  /**
   * What was seen of one subject.
   *
   * @param subject its name
   * @param known whether it is a deviation listed beforehand
   * @param message what was expected and seen, possibly several lines
   */
  public record Finding(String subject, boolean known, String message) {}

  /**
   * A subject.
   *
   * @param name its name
   * @param score rules kept of rules asked
   * @param complete whether it keeps them all
   */
  public record SubjectColumn(String name, String score, boolean complete) {}

  /**
   * The text of a rule.
   *
   * @param anchor id of its row
   * @param id its id
   * @param level what it is if it is no MUST; empty for a MUST
   * @param sentence the rule
   * @param intent why it is there; null when not given
   */
  public record RuleText(
      String anchor, String id, String level, Content sentence, @Nullable Content intent) {}

  /**
   * A section of the specification.
   *
   * @param name its heading
   * @param rows its rules
   */
  public record Group(String name, List<RuleRow> rows) {}

  /**
   * A rule and how it came out.
   *
   * @param rule the rule
   * @param outcomes one per subject
   */
  public record RuleRow(RuleText rule, List<OutcomeView> outcomes) {}

  /**
   * How a rule came out for one subject.
   *
   * @param tone {@code kept}, {@code broken}, {@code replaced} or {@code unasked}
   * @param glyph decoration
   * @param word the outcome
   * @param target id of the row that tells more; empty when there is none
   */
  public record OutcomeView(String tone, String glyph, String word, String target) {}
}
