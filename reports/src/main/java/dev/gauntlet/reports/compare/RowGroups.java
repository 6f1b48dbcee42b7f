package dev.gauntlet.reports.compare;

import java.util.List;
import java.util.Optional;

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

  /** Rounds below which no two subjects can be told apart: 2 of 2^6 patterns are within 5 %. */
  public static final int LEAST_ROUNDS = 6;

  public RowGroups {
    members = List.copyOf(members);
    contrasts = List.copyOf(contrasts);
  }

  /** The letters of a subject; empty when it is not ranked in this row. */
  public Optional<String> letters(String subject) {
    return members.stream()
        .filter(member -> member.subject().equals(subject))
        .map(Member::letters)
        .findFirst();
  }

  /** Whether any two subjects can be told apart. */
  public boolean isTelling() {
    return contrasts.stream().anyMatch(Contrast::differ);
  }

  /** Whether the table tells two subjects of this row apart. */
  public boolean differ(String one, String other) {
    return contrasts.stream().anyMatch(contrast -> contrast.isOf(one, other) && contrast.differ());
  }
}
