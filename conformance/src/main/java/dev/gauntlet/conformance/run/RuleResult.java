package dev.gauntlet.conformance.run;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What one test of one rule showed for one subject.
 *
 * @param rule the id of the rule
 * @param test the name of the test: the rule in the words of its method
 * @param subject the name of the provider
 * @param outcome whether it holds
 * @param replacedBy the rule of section Y that was checked instead, or null
 * @param message what was expected and seen, or null if the rule is kept
 * @param duration how long the test took
 */
public record RuleResult(
    String rule,
    String test,
    String subject,
    Outcome outcome,
    @Nullable String replacedBy,
    @Nullable String message,
    Duration duration) {

  /** Whether a rule holds. */
  public enum Outcome {
    /** The test passed. */
    KEPT,
    /** The provider lacks a capability, and the rule that replaces this one holds. */
    REPLACED,
    /** The test failed. */
    BROKEN
  }
}
