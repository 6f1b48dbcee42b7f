package dev.gauntlet.peers;

import java.util.List;

/**
 * What a run saw of a subject, compared with its known deviations.
 *
 * @param subject the name of the provider
 * @param version the version that ran
 * @param recorded whether the known deviations are those of this version; if not, they are of
 *     another one and the comparison is for information
 * @param unknown the ids of rules that are broken and not known to be
 * @param gone the deviations that are known to be seen always, and were not: the rule is kept
 */
public record DeviationCheck(
    String subject, String version, boolean recorded, List<String> unknown, List<Deviation> gone) {

  /** Copies the lists. */
  public DeviationCheck {
    unknown = List.copyOf(unknown);
    gone = List.copyOf(gone);
  }

  /** Returns whether the run saw exactly what is known. */
  public boolean agrees() {
    return unknown.isEmpty() && gone.isEmpty();
  }

  /** Returns whether a test has to fail: there is a difference, and this version was recorded. */
  public boolean fails() {
    return recorded && !agrees();
  }

  /** Returns one line that says what differs and what to do about it. */
  public String message() {
    StringBuilder line = new StringBuilder(subject).append(' ').append(version).append(": ");
    if (agrees()) {
      return line.append("as recorded in deviations.tsv").toString();
    }
    if (!unknown.isEmpty()) {
      line.append("breaks ").append(String.join(", ", unknown)).append(", which is not recorded; ");
    }
    if (!gone.isEmpty()) {
      List<String> rules = gone.stream().map(Deviation::rule).toList();
      line.append("keeps ").append(String.join(", ", rules)).append(", recorded as broken; ");
    }
    return line.append(
            recorded
                ? "if the rules' tests are right, correct deviations.tsv"
                : "deviations.tsv records another version, so this is no failure")
        .toString();
  }
}
