package dev.gauntlet.reports.page;

import dev.gauntlet.reports.compare.Cell;
import dev.gauntlet.reports.compare.Comparison;
import dev.gauntlet.reports.compare.Ratio;
import dev.gauntlet.reports.compare.Row;
import dev.gauntlet.reports.compare.RowGroups;
import dev.gauntlet.reports.format.Units;
import dev.gauntlet.reports.page.model.Choice;
import dev.gauntlet.reports.page.model.ScenarioSection.RuleLink;
import dev.gauntlet.reports.record.ScenarioInfo;
import dev.gauntlet.reports.record.SubjectInfo;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Which subject to take for what, how sure that is, and what it breaks. */
final class Choices {
  private static final int RULES_SHOWN = 6;
  private static final int NAMES_SHOWN = 6;

  private record Rules(String words, String tone, String instead) {}

  private final Context context;
  private final Comparison comparison;

  Choices(Context context) {
    this.context = context;
    this.comparison = context.comparison();
  }

  Choice build() {
    return new Choice(
        comparison.executorRows().stream().map(this::line).toList(), Doubts.of(context));
  }

  private Choice.Line line(Row row) {
    List<Cell> ranked = ranked(row);
    if (ranked.isEmpty()) {
      return line(row, "", "", List.of(), "nothing is ranked here", new Rules("", "", ""));
    }
    Cell first = ranked.getFirst();
    List<Cell> others = ranked.subList(1, ranked.size());
    RowGroups groups = comparison.groups().get(comparison.rows().indexOf(row));
    List<String> alike =
        others.stream()
            .map(Cell::subject)
            .filter(other -> !groups.differ(first.subject(), other))
            .toList();
    double center = first.sample().center();
    return line(
        row,
        first.subject(),
        Units.of(row.key().unit(), center).format(center),
        someOf(alike),
        others.isEmpty()
            ? "nothing to compare it with"
            : told(others.size() - alike.size(), others.size())
                + ". Next: "
                + others.getFirst().subject()
                + ", "
                + over(row, others.getFirst(), first),
        rules(row, first, others));
  }

  private static List<String> someOf(List<String> names) {
    return names.size() <= NAMES_SHOWN
        ? names
        : Stream.concat(
                names.stream().limit(NAMES_SHOWN),
                Stream.of((names.size() - NAMES_SHOWN) + " more"))
            .toList();
  }

  private Choice.Line line(
      Row row, String first, String value, List<String> alike, String sureness, Rules rules) {
    List<String> broken = context.brokenRules(first);
    return new Choice.Line(
        context.rowAnchor(row),
        row.key().scenario(),
        row.label(),
        question(row),
        first,
        value,
        alike,
        sureness,
        rules.words(),
        rules.tone(),
        broken.stream()
            .limit(RULES_SHOWN)
            .map(rule -> new RuleLink(rule, context.brokenAnchor(rule)))
            .toList(),
        broken.size() > RULES_SHOWN ? (broken.size() - RULES_SHOWN) + " more" : "",
        rules.instead());
  }

  private Rules rules(Row row, Cell first, List<Cell> others) {
    RuleScore score = context.rules(first.subject()).orElse(null);
    if (score == null) {
      return new Rules("not checked", "", "");
    }
    if (score.isComplete()) {
      return new Rules("keeps all " + score.asked(), "good", "");
    }
    String instead =
        others.stream()
            .filter(
                other -> context.rules(other.subject()).map(RuleScore::isComplete).orElse(false))
            .findFirst()
            .map(other ->
                "the first that keeps all: " + other.subject() + ", " + over(row, other, first))
            .orElse("nobody here keeps all");
    return new Rules("keeps " + score.kept() + " of " + score.asked() + ", breaks", "bad", instead);
  }

  /** The question of a scenario, asked once. */
  private String question(Row row) {
    return row.equals(comparison.rows(row.key().scenario()).getFirst()) ? questionOf(row) : "";
  }

  private String questionOf(Row row) {
    return comparison.scenarios().stream()
        .filter(scenario -> scenario.name().equals(row.key().scenario()))
        .map(ScenarioInfo::question)
        .findFirst()
        .orElse("");
  }

  /** What may be taken, the fastest first: a floor is no executor. */
  private List<Cell> ranked(Row row) {
    return row.cells().stream()
        .filter(Cell::isRanked)
        .filter(cell -> context.kind(cell.subject()) != SubjectInfo.Kind.FLOOR)
        .sorted(Comparator.comparingDouble(cell -> row.key().time(cell.sample().center())))
        .toList();
  }

  private static String told(int apart, int others) {
    if (apart == others) {
      return "sure: told apart from all " + others;
    }
    return apart == 0
        ? "not sure: told apart from none of " + others
        : "partly: told apart from " + apart + " of " + others;
  }

  /** How much longer another one takes than the first. */
  private String over(Row row, Cell other, Cell first) {
    return Words.ratioWithInterval(
            Ratio.between(row.key(), other.sample(), first.sample(), comparison.options()))
        + " its time";
  }
}
