package dev.gauntlet.cli;

import dev.gauntlet.conformance.run.RuleResult;
import dev.gauntlet.conformance.run.RuleResult.Outcome;
import dev.gauntlet.peers.KnownDeviations;
import dev.gauntlet.spi.ExecutorProvider;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The results of one subject; a rule is broken if one of its tests failed. */
final class SubjectResults {
  /** What the peers are known to break. */
  static final KnownDeviations DEVIATIONS = KnownDeviations.load();

  private final ExecutorProvider subject;
  private final List<RuleResult> tests;
  private final Map<String, RuleResult> rules = new LinkedHashMap<>();

  SubjectResults(ExecutorProvider subject, List<RuleResult> tests) {
    this.subject = subject;
    this.tests = List.copyOf(tests);
    tests.forEach(test -> rules.merge(test.rule(), test, SubjectResults::worse));
  }

  private static RuleResult worse(RuleResult one, RuleResult other) {
    return one.outcome().compareTo(other.outcome()) >= 0 ? one : other;
  }

  ExecutorProvider subject() {
    return subject;
  }

  String name() {
    return subject.name();
  }

  String version() {
    return subject.version().orElse("");
  }

  /** Returns every test. */
  List<RuleResult> tests() {
    return tests;
  }

  /** Returns the decisive test of each rule, by the rule's id. */
  Map<String, RuleResult> rules() {
    return rules;
  }

  long count(Outcome outcome) {
    return rules.values().stream().filter(rule -> rule.outcome() == outcome).count();
  }

  /** Returns whether the deviation is in the checked-in list. */
  boolean isKnown(RuleResult result) {
    String checked = Objects.requireNonNullElse(result.replacedBy(), result.rule());
    return result.outcome() == Outcome.BROKEN && DEVIATIONS.isKnown(name(), version(), checked);
  }

  List<RuleResult> broken(boolean known) {
    return rules.values().stream()
        .filter(rule -> rule.outcome() == Outcome.BROKEN)
        .filter(rule -> isKnown(rule) == known)
        .toList();
  }
}
