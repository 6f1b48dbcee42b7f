package dev.gauntlet.reports.compare;

import dev.gauntlet.reports.record.RunHeader;
import dev.gauntlet.reports.record.RunRecord;
import dev.gauntlet.reports.record.RunSettings;
import dev.gauntlet.reports.statistics.BenjaminiHochberg;
import dev.gauntlet.reports.statistics.RankSum;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One run against an earlier one, row by row and subject by subject. The forks of two runs share no
 * round, so nothing is paired: drift of the machine between the runs counts as a difference.
 *
 * @param before the earlier run
 * @param after the later run
 * @param obstacles why the two cannot be compared, one line each; empty when they can
 * @param changes what both runs measured, in the order of {@code after}
 */
public record RunDifference(
    Comparison before, Comparison after, List<String> obstacles, List<Change> changes) {

  /**
   * One subject in one row, in both runs.
   *
   * @param key what was measured
   * @param label what tells the row from others of its scenario
   * @param subject name of the subject
   * @param before its forks in the earlier run
   * @param after its forks in the later run
   * @param ratio time after over time before
   */
  public record Change(
      RowKey key, String label, String subject, Sample before, Sample after, Ratio ratio) {
    private Change withRatio(Ratio other) {
      return new Change(key, label, subject, before, after, other);
    }
  }

  /** Compares two runs. */
  public static RunDifference between(Comparison before, Comparison after) {
    List<Change> changes = new ArrayList<>();
    for (Row row : after.rows()) {
      for (Row earlier : before.rows()) {
        if (earlier.key().equals(row.key())) {
          addChanges(changes, earlier, row, after.options());
        }
      }
    }
    return new RunDifference(
        before, after, obstacles(before.run(), after.run()), List.copyOf(changes));
  }

  /** The same, with differences that the table as a whole does not show marked as hints. */
  public RunDifference judgedTogether() {
    double[] adjusted =
        BenjaminiHochberg.adjust(
            changes.stream()
                .mapToDouble(change ->
                    RankSum.twoSided(
                        change.before().times(change.key()), change.after().times(change.key())))
                .toArray());
    List<Change> judged = new ArrayList<>();
    for (Change change : changes) {
      boolean differ = adjusted[judged.size()] <= Contrast.RATE;
      judged.add(change.withRatio(change.ratio().heldTo(differ)));
    }
    return new RunDifference(before, after, obstacles, List.copyOf(judged));
  }

  private static void addChanges(
      List<Change> changes, Row before, Row after, CompareOptions options) {
    for (Cell cell : after.cells()) {
      before
          .cell(cell.subject())
          .map(earlier -> change(after, earlier, cell, options))
          .ifPresent(changes::add);
    }
  }

  private static Change change(Row row, Cell before, Cell after, CompareOptions options) {
    Ratio ratio =
        Ratio.unpaired(after.sample().times(row.key()), before.sample().times(row.key()), options);
    return new Change(
        row.key(), row.label(), after.subject(), before.sample(), after.sample(), ratio);
  }

  private static List<String> obstacles(RunRecord before, RunRecord after) {
    RunHeader a = before.header();
    RunHeader b = after.header();
    List<String> found = new ArrayList<>();
    differ(found, "CPU model", a.machine().cpuModel(), b.machine().cpuModel());
    differ(found, "number of CPUs", a.machine().cpus(), b.machine().cpus());
    differ(found, "operating system", a.machine().os(), b.machine().os());
    differ(found, "JDK", a.jdk(), b.jdk());
    differ(found, "JVM flags", a.jvmFlags(), b.jvmFlags());
    differ(found, "settings", measuring(a.settings()), measuring(b.settings()));
    return List.copyOf(found);
  }

  /** The settings that change what a fork measures; the number of forks and their order do not. */
  private static String measuring(RunSettings settings) {
    return settings.warmupIterations()
        + " x "
        + settings.warmupMillis()
        + " ms warm-up, "
        + settings.measurementIterations()
        + " x "
        + settings.measurementMillis()
        + " ms, "
        + settings.workers()
        + " workers";
  }

  private static void differ(
      List<String> found,
      String what,
      @org.jspecify.annotations.Nullable Object before,
      @org.jspecify.annotations.Nullable Object after) {
    if (!Objects.equals(before, after)) {
      found.add(what + " differs: " + before + " / " + after);
    }
  }
}
