package dev.gauntlet.reports.page;

import dev.gauntlet.reports.compare.Cell;
import dev.gauntlet.reports.compare.Noise;
import dev.gauntlet.reports.compare.Ratio;
import dev.gauntlet.reports.compare.Row;
import dev.gauntlet.reports.compare.Verdict;
import dev.gauntlet.reports.format.Numbers;
import dev.gauntlet.reports.page.model.Page.Card;
import dev.gauntlet.reports.record.ConformanceMatrix;
import dev.gauntlet.reports.record.ConformanceMatrix.Outcome;
import dev.gauntlet.reports.record.SubjectInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The answers in short. */
final class Cards {
  private static final double CALM = 0.03;
  private static final double FAIR = 0.10;
  private static final int LINES = 6;

  private final Context context;

  Cards(Context context) {
    this.context = context;
  }

  List<Card> all() {
    return List.of(speed(), rules(), noise());
  }

  private Card speed() {
    List<String> own = subjects(SubjectInfo.Kind.GAUNTLET);
    boolean toPeer = !own.isEmpty() && !subjects(SubjectInfo.Kind.PEER).isEmpty();
    String baseline = context.comparison().baseline();
    List<String> shown =
        toPeer
            ? own
            : context.comparison().executors().stream()
                .map(SubjectInfo::name)
                .filter(name -> !name.equals(baseline))
                .toList();
    List<String> lines = new ArrayList<>();
    shown.stream().limit(LINES).forEach(name -> lines.add(name + ": " + tally(name, toPeer)));
    if (shown.size() > LINES) {
      lines.add((shown.size() - LINES) + " more in the table");
    }
    int rows = context.comparison().executorRows().size();
    return new Card(
        "plain",
        "",
        "Speed against " + (toPeer ? "the best peer of each row" : baseline),
        prepend(rows + (rows == 1 ? " row" : " rows") + " compared", lines));
  }

  private static List<String> prepend(String first, List<String> rest) {
    List<String> all = new ArrayList<>(List.of(first));
    all.addAll(rest);
    return all;
  }

  private String tally(String subject, boolean toPeer) {
    Map<Verdict, Integer> counts = new LinkedHashMap<>();
    int unranked = 0;
    for (Row row : context.comparison().rows()) {
      Cell cell = row.cell(subject).orElse(null);
      Ratio ratio = cell == null ? null : toPeer ? cell.toBestPeer() : cell.ratio();
      if (cell != null && !cell.isRanked()) {
        unranked++;
      } else if (ratio != null) {
        counts.merge(ratio.verdict(), 1, Integer::sum);
      }
    }
    String verdicts =
        counts.entrySet().stream()
            .sorted(Map.Entry.comparingByKey(Comparator.comparing(Verdict::kind)))
            .map(entry -> entry.getValue() + " " + entry.getKey().text())
            .collect(Collectors.joining(", "));
    String missing = unranked == 0 ? "" : unranked + " " + Words.NOT_RANKED;
    return verdicts.isEmpty() && missing.isEmpty()
        ? "no ratio"
        : verdicts + (verdicts.isEmpty() || missing.isEmpty() ? "" : ", ") + missing;
  }

  private List<String> subjects(SubjectInfo.Kind kind) {
    return context.comparison().subjects().stream()
        .filter(subject -> subject.kind() == kind)
        .map(SubjectInfo::name)
        .toList();
  }

  private Card rules() {
    ConformanceMatrix matrix = context.conformance();
    if (matrix == null) {
      return new Card(
          "warn",
          "?",
          "Rules: not checked here",
          List.of("This run has no conformance matrix.", "./gauntlet conform makes one."));
    }
    long asked =
        matrix.results().stream().filter(result -> result.outcome() != Outcome.REPLACED).count();
    long kept =
        matrix.results().stream().filter(result -> result.outcome() == Outcome.KEPT).count();
    List<String> lines = new ArrayList<>();
    for (ConformanceMatrix.Subject subject : matrix.subjects()) {
      context
          .rules(subject.name())
          .filter(score -> !score.isComplete())
          .ifPresent(score -> lines.add(subject.name() + ": " + score));
    }
    List<String> shown = lines.stream().limit(LINES).collect(Collectors.toList());
    if (lines.size() > LINES) {
      shown.add((lines.size() - LINES) + " more in the matrix");
    }
    return kept == asked
        ? new Card("good", "✓", "Rules kept: " + kept + " of " + asked, kept(matrix))
        : new Card("bad", Words.BROKEN_GLYPH, "Rules kept: " + kept + " of " + asked, shown);
  }

  private List<String> kept(ConformanceMatrix matrix) {
    List<String> asked = matrix.subjects().stream().map(ConformanceMatrix.Subject::name).toList();
    List<String> others =
        context.comparison().executors().stream()
            .map(SubjectInfo::name)
            .filter(name -> !asked.contains(name))
            .toList();
    String all = "by all " + asked.size() + " subjects that were asked";
    return others.isEmpty()
        ? List.of(all)
        : List.of(all, "not asked: " + String.join(", ", others));
  }

  private Card noise() {
    List<Double> errors =
        context.comparison().executorRows().stream()
            .flatMap(row -> row.cells().stream())
            .map(cell -> cell.sample().relativeError())
            .filter(Objects::nonNull)
            .sorted()
            .toList();
    Noise noise = Noise.of(context.comparison().run());
    List<String> lines = new ArrayList<>();
    String headline = "Noise: no interval to tell by";
    String tone = "warn";
    if (!errors.isEmpty()) {
      double median = errors.get(errors.size() / 2);
      boolean calm = median <= CALM && noise.disturbed() == 0;
      tone = calm ? "good" : "warn";
      headline = "Noise: " + (calm ? "low" : median <= FAIR ? "fair" : "high");
      lines.add(
          "median interval "
              + Numbers.error(median)
              + ", widest "
              + Numbers.error(errors.getLast()));
    }
    lines.add(disturbance(noise));
    return new Card(tone, tone.equals("good") ? "✓" : "!", headline, lines);
  }

  private static String disturbance(Noise noise) {
    if (noise.disturbed() > 0) {
      return noise.disturbed() + " of " + noise.forks() + " forks disturbed, " + noise.worstText();
    }
    return noise.unknown() > 0
        ? "disturbance unknown for " + noise.unknown() + " of " + noise.forks() + " forks"
        : "no fork disturbed";
  }
}
