package dev.gauntlet.reports.page;

import dev.gauntlet.reports.compare.Comparison;
import dev.gauntlet.reports.compare.Row;
import dev.gauntlet.reports.record.ConformanceMatrix;
import dev.gauntlet.reports.record.SubjectInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What every part of the page is made from.
 *
 * @param comparison the run, compared
 * @param conformance which subject keeps which rule; null when not known
 * @param colors palette index by subject
 * @param anchors ids of the sections
 */
record Context(
    Comparison comparison,
    @Nullable ConformanceMatrix conformance,
    Map<String, Integer> colors,
    Anchors anchors) {

  static Context of(Comparison comparison, @Nullable ConformanceMatrix conformance) {
    return new Context(comparison, conformance, Colors.of(comparison.subjects()), new Anchors());
  }

  int color(String subject) {
    return colors.getOrDefault(subject, 0);
  }

  SubjectInfo.Kind kind(String subject) {
    return comparison.subjects().stream()
        .filter(info -> info.name().equals(subject))
        .findFirst()
        .map(SubjectInfo::kind)
        .orElse(SubjectInfo.Kind.PEER);
  }

  String scenarioAnchor(String scenario) {
    return anchors.of("scenario", scenario);
  }

  String rowAnchor(Row row) {
    return anchors.of("row", row.key().scenario() + " " + row.label());
  }

  /** A short id for the charts of a row. */
  String chartId(Row row) {
    return "r" + comparison.rows().indexOf(row);
  }

  String ruleAnchor(String rule) {
    return anchors.of("rule", rule);
  }

  /** Where it is told what was seen of a broken rule. */
  String brokenAnchor(String rule) {
    return anchors.of("broken", rule);
  }

  /** Ids of the rules that a subject was asked and breaks. */
  List<String> brokenRules(String subject) {
    return conformance == null
        ? List.of()
        : conformance.results().stream()
            .filter(result -> result.subject().equals(subject))
            .filter(result -> result.outcome() == ConformanceMatrix.Outcome.BROKEN)
            .map(ConformanceMatrix.Result::rule)
            .toList();
  }

  /** Rules kept and rules asked of a subject; empty when nothing is known of it. */
  Optional<RuleScore> rules(String subject) {
    return conformance == null ? Optional.empty() : RuleScore.of(conformance, subject);
  }
}
