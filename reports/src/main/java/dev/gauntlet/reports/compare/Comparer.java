package dev.gauntlet.reports.compare;

import dev.gauntlet.reports.record.ConformanceMatrix;
import dev.gauntlet.reports.record.ForkFailure;
import dev.gauntlet.reports.record.ForkResult;
import dev.gauntlet.reports.record.ReportException;
import dev.gauntlet.reports.record.RunRecord;
import dev.gauntlet.reports.record.ScenarioInfo;
import dev.gauntlet.reports.record.SubjectInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares the subjects of one run. */
public final class Comparer {
  private final RunRecord run;
  private final Standing standing;
  private final CompareOptions options;
  private final List<SubjectInfo> subjects;
  private final Set<String> peers;
  private final String baseline;

  private Comparer(RunRecord run, @Nullable ConformanceMatrix conformance, CompareOptions asked) {
    this.run = run;
    this.standing = new Standing(run.header().scenarios(), conformance);
    this.subjects = Roster.subjects(run);
    this.peers =
        subjects.stream()
            .filter(subject -> subject.kind() == SubjectInfo.Kind.PEER)
            .map(SubjectInfo::name)
            .collect(Collectors.toUnmodifiableSet());
    this.baseline = Roster.baseline(subjects, asked.baseline());
    this.options = asked.withBaseline(baseline);
  }

  /**
   * Compares the subjects of a run with a baseline.
   *
   * @param run the run
   * @param conformance which subject keeps which rule; null when not known
   * @param options how to compare; without a baseline the peer {@code jdk-fixed} is taken, else the
   *     first peer, else the first subject
   * @throws ReportException when nothing was measured or the baseline was not
   */
  public static Comparison compare(
      RunRecord run, @Nullable ConformanceMatrix conformance, CompareOptions options) {
    if (run.forks().isEmpty()) {
      throw new ReportException(
          "run " + run.header().id() + " holds no finished fork: there is nothing to compare");
    }
    return new Comparer(run, conformance, options).compare();
  }

  private Comparison compare() {
    ForkTable table = ForkTable.of(run, subjects);
    List<ScenarioInfo> scenarios = Roster.scenarios(run);
    MachineLimits limits = new MachineLimits(table, scenarios, options);
    List<Row> alone =
        scenarios.stream().flatMap(scenario -> rows(table, limits, scenario.name())).toList();
    List<RowGroups> groups = Contrasts.of(alone);
    List<Row> rows =
        IntStream.range(0, alone.size())
            .mapToObj(i -> together(alone.get(i), groups.get(i)))
            .toList();
    List<Notice> notices = new Notices(run, options, rows, table.oddities()).all();
    return new Comparison(run, options, baseline, subjects, scenarios, rows, groups, notices);
  }

  /** A row whose verdicts claim no difference that the table as a whole does not show. */
  private Row together(Row row, RowGroups groups) {
    return row.withCells(
        row.cells().stream()
            .map(cell ->
                cell.withRatios(
                    heldTo(cell.ratio(), groups.differ(cell.subject(), baseline)),
                    heldTo(
                        cell.toBestPeer(),
                        row.bestPeer() != null && groups.differ(cell.subject(), row.bestPeer()))))
            .toList());
  }

  private static @Nullable Ratio heldTo(@Nullable Ratio ratio, boolean differ) {
    return ratio == null ? null : ratio.heldTo(differ);
  }

  private Stream<Row> rows(ForkTable table, MachineLimits limits, String scenario) {
    List<RowKey> keys =
        table.rows().keySet().stream()
            .filter(key -> key.scenario().equals(scenario))
            .sorted(RowOrder.INSTANCE)
            .toList();
    return table.rows().entrySet().stream()
        .filter(entry -> keys.contains(entry.getKey()))
        .sorted(Map.Entry.comparingByKey(RowOrder.INSTANCE))
        .map(entry ->
            row(entry.getKey(), RowLabel.of(entry.getKey(), keys), entry.getValue(), limits));
  }

  private Row row(
      RowKey key,
      String label,
      Map<String, List<ForkResult>> forksBySubject,
      MachineLimits limits) {
    Map<String, Sample> samples = new LinkedHashMap<>();
    forksBySubject.forEach(
        (subject, forks) -> samples.put(subject, Sample.of(forks, options.confidence())));
    String bestPeer = bestPeer(key, samples);
    List<Cell> cells = new ArrayList<>();
    samples.forEach((subject, sample) ->
        cells.add(
            new Cell(
                subject,
                sample,
                ratio(key, sample, subject.equals(baseline) ? null : samples.get(baseline)),
                ratio(key, sample, subject.equals(bestPeer) ? null : samples.get(bestPeer)),
                limits.ratio(key, sample),
                Footprint.of(sample.forks()),
                Percentiles.of(sample.forks()),
                standing.brokenRules(key.scenario(), subject))));
    List<ForkFailure> failures = run.failures().stream().filter(key::isAboutSameAs).toList();
    return new Row(key, label, List.copyOf(cells), failures, bestPeer, limits.of(key));
  }

  private @Nullable Ratio ratio(RowKey key, Sample sample, @Nullable Sample reference) {
    return reference == null ? null : Ratio.between(key, sample, reference, options);
  }

  private @Nullable String bestPeer(RowKey key, Map<String, Sample> samples) {
    return samples.entrySet().stream()
        .filter(entry -> peers.contains(entry.getKey()))
        .filter(entry -> standing.brokenRules(key.scenario(), entry.getKey()).isEmpty())
        .min(Comparator.comparingDouble(entry -> key.time(entry.getValue().center())))
        .map(Map.Entry::getKey)
        .orElse(null);
  }
}
