package dev.gauntlet.conformance;

/**
 * The failure of a test of a rule. Its message says the rule, what was expected, what was seen, and
 * what to check.
 */
public final class RuleFailure extends AssertionError {
  private static final long serialVersionUID = 1L;

  private RuleFailure(String message, Throwable cause) {
    super(message, cause);
  }

  static RuleFailure of(Rule rule, String subject, Throwable failure) {
    String sentence =
        Specification.get().rule(rule.value()).map(SpecRule::sentence).orElse("not in SPEC.md");
    String expected =
        failure instanceof Violation violation ? violation.expected() : "the test ends normally";
    String seen =
        failure instanceof Violation violation ? violation.seen() : Expect.describe(failure);
    return new RuleFailure(
        rule.value()
            + " is broken by "
            + subject
            + "\n  rule:     "
            + sentence
            + "\n  expected: "
            + expected
            + "\n  seen:     "
            + seen
            + "\n  check:    "
            + rule.check(),
        failure);
  }
}
