package dev.gauntlet.reports.page;

import dev.gauntlet.reports.compare.Cell;
import dev.gauntlet.reports.compare.Comparison;
import dev.gauntlet.reports.compare.Row;
import dev.gauntlet.reports.compare.RowGroups;
import dev.gauntlet.reports.format.Units;
import dev.gauntlet.reports.page.model.Choice;
import dev.gauntlet.reports.record.ScenarioInfo;
import dev.gauntlet.reports.record.SubjectInfo;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which subject to take for what, how sure that is, and what it breaks. */
final class Choices {
  private static final int RULES_SHOWN = 6;
  private static final int NAMES_SHOWN = 6;

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
      return line(row, "", "", List.of(), "nothing is ranked here", null);
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
        sureness(row, first, others, alike.size()),
        context.rules(first.subject()).orElse(null));
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
      Row row,
      String first,
      String value,
      List<String> alike,
      String sureness,
      @Nullable RuleScore score) {
    return new Choice.Line(
        context.rowAnchor(row),
        row.key().scenario(),
        row.label(),
        question(row),
        first,
        value,
        alike,
        sureness,
        score == null ? "not checked" : rules(first, score),
        score == null ? "" : score.isComplete() ? "good" : "bad");
  }

  private String rules(String subject, RuleScore score) {
    if (score.isComplete()) {
      return "keeps all " + score.asked();
    }
    List<String> broken = context.brokenRules(subject);
    return score
        + " kept, breaks "
        + String.join(", ", broken.subList(0, Math.min(broken.size(), RULES_SHOWN)))
        + (broken.size() > RULES_SHOWN ? " and more" : "");
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

  private static String sureness(Row row, Cell first, List<Cell> others, int alike) {
    if (others.isEmpty()) {
      return "nothing to compare it with";
    }
    int apart = others.size() - alike;
    String told = "told apart from " + (apart == 0 ? "none" : apart) + " of " + others.size();
    double next =
        row.key().time(others.getFirst().sample().center())
            / row.key().time(first.sample().center());
    return told + "; next: " + others.getFirst().subject() + ", " + Words.ratio(next) + " its time";
  }
}
