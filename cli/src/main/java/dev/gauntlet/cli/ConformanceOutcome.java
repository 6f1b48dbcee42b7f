package dev.gauntlet.cli;

import dev.gauntlet.conformance.SpecRule;
import dev.gauntlet.conformance.Specification;
import dev.gauntlet.conformance.run.RuleResult;
import dev.gauntlet.reports.record.ConformanceMatrix;
import dev.gauntlet.spi.Capability;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a run of the kit found, as the files that it leaves. */
final class ConformanceOutcome {
  private final Instant startedAt;
  private final List<SubjectResults> subjects;

  ConformanceOutcome(Instant startedAt, List<SubjectResults> subjects) {
    this.startedAt = startedAt;
    this.subjects = List.copyOf(subjects);
  }

  List<SubjectResults> subjects() {
    return subjects;
  }

  /** Returns whether every rule is kept, apart from known deviations. */
  boolean isKept() {
    return subjects.stream().allMatch(subject -> subject.broken(/* known= */ false).isEmpty());
  }

  /** Returns the rules that were checked, in the order of the specification. */
  List<SpecRule> rules() {
    return Specification.get().rules().stream()
        .filter(
            rule -> subjects.stream().anyMatch(subject -> subject.rules().containsKey(rule.id())))
        .toList();
  }

  ConformanceMatrix matrix() {
    List<ConformanceMatrix.Result> results = new ArrayList<>();
    for (SubjectResults subject : subjects) {
      subject.rules().values().forEach(rule -> results.add(asResult(subject, rule)));
    }
    return new ConformanceMatrix(
        ConformanceMatrix.SCHEMA,
        startedAt,
        rules().stream().map(ConformanceOutcome::asRule).toList(),
        subjects.stream().map(ConformanceOutcome::asSubject).toList(),
        results);
  }

  private static ConformanceMatrix.Rule asRule(SpecRule rule) {
    return new ConformanceMatrix.Rule(
        rule.id(), rule.level().name(), rule.section(), rule.sentence(), rule.intent());
  }

  private static ConformanceMatrix.Subject asSubject(SubjectResults subject) {
    return new ConformanceMatrix.Subject(
        subject.name(),
        subject.subject().version().orElse(null),
        subject.subject().capabilities().stream().sorted().map(Capability::name).toList());
  }

  private static ConformanceMatrix.Result asResult(SubjectResults subject, RuleResult rule) {
    return new ConformanceMatrix.Result(
        rule.rule(),
        subject.name(),
        ConformanceMatrix.Outcome.valueOf(rule.outcome().name()),
        rule.replacedBy(),
        rule.message(),
        subject.isKnown(rule),
        rule.duration().toMillis());
  }

  /** Writes {@code conform.json} and one JUnit XML file for each subject. */
  void write(Path directory) {
    OutputFolders.create(directory);
    matrix().write(directory.resolve(ConformanceMatrix.FILE_NAME));
    for (SubjectResults subject : subjects) {
      ConformanceJunit.write(directory.resolve("TEST-" + subject.name() + ".xml"), subject);
    }
  }
}
