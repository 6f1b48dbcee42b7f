package dev.gauntlet.reports.page;

import dev.gauntlet.reports.page.model.RaceSection;
import dev.gauntlet.reports.page.model.RaceSection.Cell;
import dev.gauntlet.reports.page.model.RaceSection.OutcomeLine;
import dev.gauntlet.reports.page.model.RaceSection.Outcomes;
import dev.gauntlet.reports.page.model.RaceSection.RaceRow;
import dev.gauntlet.reports.page.model.RaceSection.RuleLink;
import dev.gauntlet.reports.record.RaceMatrix;
import dev.gauntlet.reports.record.RaceMatrix.Origin;
import dev.gauntlet.reports.record.RaceMatrix.Result;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Races by subjects. */
final class Races {
  /** The verdict of a race for which the machine of the run has too few processors. */
  private static final String LEFT_OUT = "NOT_RUN_HERE";

  private static final Cell UNASKED = new Cell("unasked", "–", "not run", "");

  private final Context context;
  private final RaceMatrix matrix;
  private final List<String> subjects;

  private Races(Context context, RaceMatrix matrix) {
    this.context = context;
    this.matrix = matrix;
    this.subjects =
        matrix.results().stream()
            .filter(result -> !result.control())
            .map(Result::subject)
            .distinct()
            .sorted()
            .toList();
  }

  static @Nullable RaceSection section(Context context, @Nullable RaceMatrix matrix) {
    return matrix == null ? null : new Races(context, matrix).build();
  }

  private RaceSection build() {
    Map<String, List<Result>> races =
        matrix.results().stream()
            .collect(Collectors.groupingBy(Result::race, LinkedHashMap::new, Collectors.toList()));
    return new RaceSection(
        summary(races.size()),
        subjects,
        races.entrySet().stream().map(race -> row(race.getKey(), race.getValue())).toList());
  }

  private String summary(int races) {
    long samples = matrix.results().stream().mapToLong(Result::samples).sum();
    long controls = matrix.results().stream().filter(Result::control).count();
    return races
        + " races over "
        + subjects.size()
        + " subjects, "
        + count(samples)
        + " samples in "
        + words(matrix.mode())
        + " mode"
        + origin()
        + ". "
        + verdict()
        + " "
        + controls
        + " controls, weakened on purpose, have to show their bug."
        + leftOut();
  }

  private String origin() {
    Origin origin = matrix.origin();
    if (origin == null || origin.commit() == null) {
      return "";
    }
    String commit = origin.commit();
    return ", at "
        + commit.substring(0, Math.min(commit.length(), 7))
        + (origin.dirty() ? " with changes" : "");
  }

  private String leftOut() {
    long races =
        matrix.results().stream().filter(Races::isLeftOut).map(Result::race).distinct().count();
    return races == 0
        ? ""
        : " "
            + races
            + (races == 1 ? " of the races was" : " of the races were")
            + " not run: more actors than the machine has processors.";
  }

  private String verdict() {
    long failed =
        matrix.results().stream().filter(result -> !result.passed() && !isLeftOut(result)).count();
    return failed == 0
        ? "All is as it should be."
        : failed + (failed == 1 ? " result is" : " results are") + " not as it should be.";
  }

  private static boolean isLeftOut(Result result) {
    return result.verdict().equals(LEFT_OUT);
  }

  private RaceRow row(String race, List<Result> results) {
    return new RaceRow(
        context.anchors().of("race", race),
        race,
        results.stream()
            .flatMap(result -> result.rules().stream())
            .distinct()
            .map(this::rule)
            .toList(),
        subjects.stream().map(subject -> cell(results, subject)).toList(),
        results.stream().filter(Result::control).map(Races::cell).toList(),
        results.stream().map(Races::outcomes).toList());
  }

  private RuleLink rule(String id) {
    boolean shown =
        context.conformance() != null
            && context.conformance().rules().stream().anyMatch(rule -> rule.id().equals(id));
    return new RuleLink(id, shown ? context.ruleAnchor(id) : "");
  }

  private static Cell cell(List<Result> results, String subject) {
    return results.stream()
        .filter(result -> !result.control() && result.subject().equals(subject))
        .findFirst()
        .map(Races::cell)
        .orElse(UNASKED);
  }

  private static Cell cell(Result result) {
    if (isLeftOut(result)) {
      return new Cell("unasked", "–", "not run here", "");
    }
    String word = result.control() ? "shows it" : "holds";
    return result.passed()
        ? new Cell("kept", "✓", word, count(result.samples()))
        : new Cell("broken", Words.BROKEN_GLYPH, words(result.verdict()), count(result.samples()));
  }

  private static Outcomes outcomes(Result result) {
    return new Outcomes(
        result.control() ? result.subject() + " (weakened)" : result.subject(),
        result.outcomes().stream()
            .map(outcome ->
                new OutcomeLine(
                    outcome.id(),
                    count(outcome.count()),
                    words(outcome.expectation()),
                    outcome.description()))
            .toList(),
        result.errors());
  }

  private static String words(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number).replace(',', '\u202f');
  }
}
