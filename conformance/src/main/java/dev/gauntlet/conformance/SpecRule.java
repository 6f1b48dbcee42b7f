package dev.gauntlet.conformance;

/**
 * One rule of {@code SPEC.md}.
 *
 * @param id the id, such as {@code C17}
 * @param level its level
 * @param section the title of its section, such as {@code Cancel}
 * @param sentence the rule itself
 * @param intent why it is there; empty for a reserved rule
 * @param checked how it is checked, such as {@code deterministic}; empty for a reserved rule
 */
public record SpecRule(
    String id, Level level, String section, String sentence, String intent, String checked) {

  /** How binding a rule is. */
  public enum Level {
    /** Kept or broken, and a test tells which. */
    MUST,
    /** What a good implementation does. */
    SHOULD,
    /** An id that is withdrawn or kept for later. */
    RESERVED
  }

  /** Returns whether {@code SPEC.md} says that a test checks the rule. */
  public boolean isTestable() {
    return level != Level.RESERVED && !checked.startsWith("not testable");
  }
}
