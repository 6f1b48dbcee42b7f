package dev.gauntlet.reports.history;

import dev.gauntlet.reports.history.Nomination.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stored runs under the same conditions, the newest of them judged by those before it.
 *
 * @param conditions what the runs have in common
 * @param runs at least one, by time
 * @param ruler the series that times are divided by; null when times are as they were measured
 * @param rows what is said about the rows of the newest run, SUSPECT first; none without history
 * @param unjudged rows of the newest run without enough history
 * @param longest most earlier runs that any row has, also those without enough of them
 * @param changes lasting changes over all runs, for the rows that are judged
 * @param release the run of the last release; null when it is not asked for or not among the runs
 * @param drifts what became of the newest run's rows since then, suspects first; none without a
 *     release
 */
public record MachineHistory(
    Conditions conditions,
    List<StoredRun> runs,
    @Nullable Series ruler,
    List<Nomination> rows,
    int unjudged,
    int longest,
    List<SeriesChange> changes,
    @Nullable StoredRun release,
    List<Drift> drifts) {
  private static final long SEED = 1;

  public MachineHistory {
    rows = List.copyOf(rows);
    changes = List.copyOf(changes);
    drifts = List.copyOf(drifts);
    runs = List.copyOf(runs);
  }

  /**
   * Judges the newest run.
   *
   * @param stored at least one run under these conditions, in any order
   */
  public static MachineHistory of(
      Conditions conditions, List<StoredRun> stored, HistoryOptions options) {
    String machine = stored.get(0).fingerprint();
    List<StoredRun> runs = stored.stream().sorted(Comparator.comparing(StoredRun::at)).toList();
    History earlier = History.of(runs.subList(0, runs.size() - 1), machine, options);
    List<Nomination> all = earlier.judge(runs.getLast());
    List<Nomination> judged =
        all.stream()
            .filter(row -> row.status() != Status.NO_HISTORY)
            .sorted(Comparator.comparing(row -> row.status() == Status.OK))
            .toList();
    History whole = History.of(runs, machine, options);
    String name = options.release();
    StoredRun release = name == null ? null : Release.in(runs, name).orElse(null);
    return new MachineHistory(
        conditions,
        runs,
        options.ruler(),
        judged,
        all.size() - judged.size(),
        all.stream().mapToInt(Nomination::runs).max().orElse(0),
        judged.stream().flatMap(row -> whole.lasting(row.series(), SEED).stream()).toList(),
        release,
        release == null ? List.of() : drifts(whole, all, release));
  }

  private static List<Drift> drifts(History whole, List<Nomination> rows, StoredRun release) {
    return whole.drifts(rows.stream().map(Nomination::series).toList(), release).stream()
        .sorted(Comparator.comparing(drift -> !drift.isSuspect()))
        .toList();
  }

  /** The run that is judged. */
  public StoredRun newest() {
    return runs.getLast();
  }

  /** What is to be measured in pairs: what its past nominates, and what drifted since a release. */
  public List<Suspicion> suspicions() {
    List<Suspicion> all = new ArrayList<>();
    List<Nomination> slow = suspects();
    if (!slow.isEmpty()) {
      all.add(
          new Suspicion(
              slow.stream().map(Nomination::series).toList(), newest(), references(slow), false));
    }
    List<Drift> drifted = Drift.suspects(drifts);
    if (release != null && !drifted.isEmpty()) {
      all.add(
          new Suspicion(
              drifted.stream().map(Drift::series).toList(), newest(), List.of(release), true));
    }
    return all;
  }

  /**
   * Earlier runs in which none of the rows was as slow as a suspect, the newest first: a run that
   * was slow itself would acquit.
   */
  private List<StoredRun> references(List<Nomination> slow) {
    return runs.subList(0, runs.size() - 1).reversed().stream()
        .filter(run -> slow.stream().allMatch(row -> row.isBelowBound(run, newest(), ruler)))
        .toList();
  }

  /** Rows that are unusually slow. */
  public List<Nomination> suspects() {
    return rows.stream().filter(row -> row.status() == Status.SUSPECT).toList();
  }
}
