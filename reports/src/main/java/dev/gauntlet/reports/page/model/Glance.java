package dev.gauntlet.reports.page.model;

import java.util.List;

/**
 * The speed table: rows by subjects.
 *
 * @param caption what the numbers are
 * @param columns one per subject, the baseline first
 * @param rows one per row of the comparison
 * @param legend what the signs mean
 */
public record Glance(String caption, List<Column> columns, List<Line> rows, List<String> legend) {

  /**
   * A subject, or what all are held against.
   *
   * @param name its name
   * @param subject whether it is a subject
   * @param note a word on its part in the comparison; may be empty
   * @param rulesGlyph decoration of {@code rules}
   * @param rules rules kept of rules asked; empty when not known
   * @param rulesTone {@code good} or {@code bad}
   */
  public record Column(
      String name,
      boolean subject,
      String note,
      String rulesGlyph,
      String rules,
      String rulesTone) {}

  /**
   * A row.
   *
   * @param anchor id of its section
   * @param scenario name of the scenario
   * @param variant parameters and threads
   * @param cells one per column
   */
  public record Line(String anchor, String scenario, String variant, List<CellView> cells) {}

  /**
   * A value.
   *
   * @param tone {@code baseline}, {@code faster1} to {@code faster3}, {@code slower1} to {@code
   *     slower3}, {@code same}, {@code undecided}, {@code unranked} or {@code missing}
   * @param value the number
   * @param word the verdict
   * @param detail the interval, and what else there is to say
   */
  public record CellView(String tone, String value, String word, String detail) {}
}
