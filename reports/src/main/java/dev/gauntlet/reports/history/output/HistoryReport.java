package dev.gauntlet.reports.history.output;

import dev.gauntlet.reports.history.Conditions;
import dev.gauntlet.reports.history.HistoryOptions;
import dev.gauntlet.reports.history.MachineHistory;
import dev.gauntlet.reports.history.Ruler;
import dev.gauntlet.reports.history.StoredRun;
import dev.gauntlet.reports.record.ReportException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the stored runs say about the newest ones.
 *
 * @param machines at least one that has a row with enough history; those without come last
 * @param pairs makes the command that measures a suspect in pairs
 */
public record HistoryReport(List<MachineHistory> machines, PairCommand pairs) {
  public HistoryReport {
    machines = List.copyOf(machines);
  }

  /**
   * Judges the newest run of each machine by those before it.
   *
   * @param stored runs by what they have in common
   * @param ruler found in the full name of the ruler; null for the row that {@link Ruler#DEFAULT}
   *     names, or no ruler where it is missing
   * @param margin least slow-down that is SUSPECT, as a fraction
   * @param release commit, run or day of the last release; null when drift is not asked for
   * @throws ReportException when no row has enough history, or no run has the ruler asked for or is
   *     that of the release
   */
  public static HistoryReport of(
      Map<Conditions, List<StoredRun>> stored,
      @Nullable Pattern ruler,
      double margin,
      @Nullable String release,
      PairCommand pairs) {
    Pattern pattern = ruler == null ? Ruler.DEFAULT : ruler;
    List<MachineHistory> machines =
        stored.entrySet().stream()
            .map(entry -> history(entry.getKey(), entry.getValue(), pattern, margin, release))
            .sorted(Comparator.comparing(machine -> machine.rows().isEmpty()))
            .toList();
    if (ruler != null && machines.stream().allMatch(machine -> machine.ruler() == null)) {
      throw new ReportException(
          "no newest run has a row '" + ruler + "' of " + StoredRun.FORKS + " forks for a ruler");
    }
    if (release != null && machines.stream().allMatch(machine -> machine.release() == null)) {
      throw new ReportException(
          "no stored run is of the release '" + release + "': name a commit, a run or a day");
    }
    if (machines.get(0).rows().isEmpty()) {
      throw new ReportException(tooFew(machines));
    }
    return new HistoryReport(machines, pairs);
  }

  private static MachineHistory history(
      Conditions conditions,
      List<StoredRun> runs,
      Pattern ruler,
      double margin,
      @Nullable String release) {
    StoredRun newest = runs.stream().max(Comparator.comparing(StoredRun::at)).orElseThrow();
    HistoryOptions options =
        HistoryOptions.of(Ruler.in(newest, ruler)).withMargin(margin).withRelease(release);
    return MachineHistory.of(conditions, runs, options);
  }

  private static String tooFew(List<MachineHistory> machines) {
    int longest = machines.stream().mapToInt(MachineHistory::longest).max().orElse(0);
    return "too few runs: a row needs "
        + HistoryOptions.LEAST
        + " before the newest, of "
        + StoredRun.FORKS
        + " forks or more, from one machine with the same JDK, flags and lengths; here it has "
        + longest
        + " at most";
  }

  /** How many rows are unusually slow. */
  public long suspects() {
    return machines.stream().mapToLong(machine -> machine.suspects().size()).sum();
  }

  /** How many rows are judged. */
  public long judged() {
    return machines.stream().mapToLong(machine -> machine.rows().size()).sum();
  }
}
