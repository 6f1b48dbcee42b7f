package dev.gauntlet.peers;

/**
 * A rule that a subject is known to break.
 *
 * @param subject the name of the provider
 * @param version the version it was seen with; for the JDK its feature version
 * @param rule the id of the rule
 * @param certainty whether it is seen in every run
 * @param reason what the subject does instead, in a few words
 */
public record Deviation(
    String subject, String version, String rule, Certainty certainty, String reason) {

  /** How reliably a deviation is seen. */
  public enum Certainty {
    /** Every run breaks the rule; a run that does not is a difference. */
    ALWAYS,
    /** Some runs break the rule, because a race decides; neither outcome is a difference. */
    SOMETIMES
  }

  /** Returns whether this was recorded for {@code actual}: 25 covers 25 and 25.0.3, not 250. */
  boolean covers(String actual) {
    return actual.equals(version) || actual.startsWith(version + ".");
  }
}
