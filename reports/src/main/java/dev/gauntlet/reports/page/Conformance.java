package dev.gauntlet.reports.page;

import dev.gauntlet.reports.page.model.ConformanceSection;
import dev.gauntlet.reports.page.model.ConformanceSection.BrokenRule;
import dev.gauntlet.reports.page.model.ConformanceSection.Finding;
import dev.gauntlet.reports.page.model.ConformanceSection.Group;
import dev.gauntlet.reports.page.model.ConformanceSection.OutcomeView;
import dev.gauntlet.reports.page.model.ConformanceSection.RuleRow;
import dev.gauntlet.reports.page.model.ConformanceSection.RuleText;
import dev.gauntlet.reports.page.model.ConformanceSection.SubjectColumn;
import dev.gauntlet.reports.record.ConformanceMatrix;
import dev.gauntlet.reports.record.ConformanceMatrix.Outcome;
import dev.gauntlet.reports.record.ConformanceMatrix.Result;
import dev.gauntlet.reports.record.ConformanceMatrix.Rule;
import dev.gauntlet.reports.record.ConformanceMatrix.Subject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rules by subjects. */
final class Conformance {
  private static final OutcomeView UNASKED = new OutcomeView("unasked", "–", "not asked", "");

  private record Question(String rule, String subject) {}

  private final Context context;
  private final ConformanceMatrix matrix;
  private final Map<Question, Result> results = new HashMap<>();

  private Conformance(Context context, ConformanceMatrix matrix) {
    this.context = context;
    this.matrix = matrix;
    matrix
        .results()
        .forEach(result -> results.put(new Question(result.rule(), result.subject()), result));
  }

  static @Nullable ConformanceSection section(Context context) {
    ConformanceMatrix matrix = context.conformance();
    return matrix == null ? null : new Conformance(context, matrix).build();
  }

  private ConformanceSection build() {
    Map<String, List<RuleRow>> groups =
        matrix.rules().stream()
            .collect(
                Collectors.groupingBy(
                    Rule::section,
                    LinkedHashMap::new,
                    Collectors.mapping(this::row, Collectors.toList())));
    return new ConformanceSection(
        summary(),
        matrix.rules().stream()
            .filter(rule -> !findings(rule).isEmpty())
            .map(
                rule -> new BrokenRule(context.brokenAnchor(rule.id()), text(rule), findings(rule)))
            .toList(),
        matrix.subjects().stream().map(this::column).toList(),
        groups.entrySet().stream()
            .map(group -> new Group(group.getKey(), group.getValue()))
            .toList());
  }

  private String summary() {
    long broken =
        matrix.results().stream().filter(result -> result.outcome() == Outcome.BROKEN).count();
    long known =
        matrix.results().stream()
            .filter(result -> result.outcome() == Outcome.BROKEN && result.knownDeviation())
            .count();
    Set<String> breakers =
        matrix.results().stream()
            .filter(result -> result.outcome() == Outcome.BROKEN)
            .map(Result::subject)
            .collect(Collectors.toSet());
    return matrix.rules().size()
        + " rules, "
        + matrix.subjects().size()
        + " subjects. "
        + (broken == 0
            ? "No rule is broken."
            : "Broken: "
                + broken
                + " by "
                + breakers.size()
                + (breakers.size() == 1 ? " subject, " : " subjects, ")
                + known
                + " of them known deviations.");
  }

  private SubjectColumn column(Subject subject) {
    return context
        .rules(subject.name())
        .map(score -> new SubjectColumn(subject.name(), score.toString(), score.isComplete()))
        .orElseGet(() -> new SubjectColumn(subject.name(), "none asked", true));
  }

  private RuleText text(Rule rule) {
    String intent = rule.intent();
    return new RuleText(
        context.ruleAnchor(rule.id()),
        rule.id(),
        rule.level().equals("MUST") ? "" : rule.level(),
        new CodeText(rule.sentence()),
        intent == null ? null : new CodeText(intent));
  }

  private List<Finding> findings(Rule rule) {
    return matrix.subjects().stream()
        .map(subject -> results.get(new Question(rule.id(), subject.name())))
        .filter(result -> result != null && result.outcome() == Outcome.BROKEN)
        .map(Conformance::finding)
        .toList();
  }

  private static Finding finding(Result result) {
    String message = result.message();
    return new Finding(
        result.subject(),
        result.knownDeviation(),
        message == null ? "Nothing more was recorded." : message);
  }

  private RuleRow row(Rule rule) {
    return new RuleRow(
        text(rule), matrix.subjects().stream().map(subject -> outcome(rule, subject)).toList());
  }

  private OutcomeView outcome(Rule rule, Subject subject) {
    Result result = results.get(new Question(rule.id(), subject.name()));
    if (result == null) {
      return UNASKED;
    }
    return switch (result.outcome()) {
      case KEPT -> new OutcomeView("kept", "✓", "kept", "");
      case BROKEN ->
          new OutcomeView("broken", Words.BROKEN_GLYPH, "broken", context.brokenAnchor(rule.id()));
      case REPLACED -> replaced(result.replacedBy());
    };
  }

  private OutcomeView replaced(@Nullable String by) {
    boolean known = by != null && matrix.rules().stream().anyMatch(rule -> rule.id().equals(by));
    return new OutcomeView(
        "replaced",
        "→",
        by == null ? "not applicable" : by,
        known && by != null ? context.ruleAnchor(by) : "");
  }
}
