package dev.gauntlet.reports.compare;

import java.util.List;

/**
 * Which subjects of one row can be told apart.
 *
 * @param key what was measured
 * @param members the ranked subjects, fastest first by the geometric mean of their forks
 * @param contrasts every two of them, in that order
 */
public record RowGroups(RowKey key, List<Member> members, List<Contrast> contrasts) {
  /**
   * A subject.
   *
   * @param subject its name
   * @param letters one letter for each group it is in: subjects that share one cannot be told apart
   */
  public record Member(String subject, String letters) {}
}
