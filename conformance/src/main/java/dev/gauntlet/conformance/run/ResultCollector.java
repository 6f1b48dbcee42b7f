package dev.gauntlet.conformance.run;

import dev.gauntlet.conformance.Rule;
import dev.gauntlet.conformance.run.RuleResult.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Turns JUnit's events into results. */
final class ResultCollector implements TestExecutionListener {
  private final String subject;
  private final Consumer<RuleResult> listener;
  private final List<RuleResult> results = new ArrayList<>();
  private final Map<String, Long> started = new HashMap<>();
  private final Map<String, String> replaced = new HashMap<>();

  ResultCollector(String subject, Consumer<RuleResult> listener) {
    this.subject = subject;
    this.listener = listener;
  }

  List<RuleResult> results() {
    return List.copyOf(results);
  }

  @Override
  public void executionStarted(TestIdentifier test) {
    started.put(test.getUniqueId(), System.nanoTime());
  }

  @Override
  public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
    entry.getKeyValuePairs().values().forEach(rule -> replaced.put(test.getUniqueId(), rule));
  }

  @Override
  public void executionSkipped(TestIdentifier test, String reason) {
    throw new IllegalStateException(test.getDisplayName() + " was skipped: " + reason);
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    Optional<Rule> rule = RuleOfTest.of(test.getSource());
    if (rule.isEmpty()) {
      failOutsideOfARule(test, result);
      return;
    }
    String replacedBy = replaced.get(test.getUniqueId());
    RuleResult seen =
        new RuleResult(
            rule.get().value(),
            test.getDisplayName(),
            subject,
            outcome(result, replacedBy),
            replacedBy,
            result.getThrowable().map(ResultCollector::messageOf).orElse(null),
            Duration.ofNanos(System.nanoTime() - started.getOrDefault(test.getUniqueId(), 0L)));
    results.add(seen);
    listener.accept(seen);
  }

  private static Outcome outcome(TestExecutionResult result, @Nullable String replacedBy) {
    if (result.getStatus() != Status.SUCCESSFUL) {
      return Outcome.BROKEN;
    }
    return replacedBy == null ? Outcome.KEPT : Outcome.REPLACED;
  }

  private static String messageOf(Throwable failure) {
    return failure.getMessage() == null ? failure.toString() : failure.getMessage();
  }

  private static void failOutsideOfARule(TestIdentifier test, TestExecutionResult result) {
    if (result.getStatus() != Status.SUCCESSFUL) {
      throw new IllegalStateException(
          test.getDisplayName() + " failed", result.getThrowable().orElse(null));
    }
  }
}
