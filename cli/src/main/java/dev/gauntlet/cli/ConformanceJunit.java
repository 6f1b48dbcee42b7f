package dev.gauntlet.cli;

import dev.gauntlet.conformance.run.RuleResult;
import dev.gauntlet.conformance.run.RuleResult.Outcome;
import dev.gauntlet.reports.export.JunitXml;
import dev.gauntlet.reports.export.JunitXml.Case;
import dev.gauntlet.reports.export.JunitXml.Kind;
import dev.gauntlet.reports.export.JunitXml.Problem;
import dev.gauntlet.reports.export.JunitXml.Suite;
import dev.gauntlet.reports.record.AtomicFiles;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The results of one subject in the XML that CI servers read. */
final class ConformanceJunit {
  private static final int LONGEST_MESSAGE = 200;

  private ConformanceJunit() {}

  static void write(Path file, SubjectResults subject) {
    AtomicFiles.write(file, toXml(subject));
  }

  static String toXml(SubjectResults subject) {
    return JunitXml.of(
        new Suite(
            "gauntlet conform " + subject.name(),
            subject.tests().stream().map(test -> one(subject, test)).toList()));
  }

  private static Case one(SubjectResults subject, RuleResult test) {
    return new Case(
        subject.name(), test.test(), test.duration().toMillis(), Map.of(), problem(subject, test));
  }

  private static @Nullable Problem problem(SubjectResults subject, RuleResult test) {
    if (test.outcome() != Outcome.BROKEN) {
      return null;
    }
    String message = Objects.requireNonNullElse(test.message(), "broken");
    return new Problem(
        Kind.FAILURE,
        subject.isKnown(test) ? "known deviation" : "broken rule",
        Text.cut(message, LONGEST_MESSAGE),
        message);
  }
}
