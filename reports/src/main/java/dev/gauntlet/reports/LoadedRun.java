package dev.gauntlet.reports;

import dev.gauntlet.reports.compare.CompareOptions;
import dev.gauntlet.reports.compare.Comparer;
import dev.gauntlet.reports.compare.Comparison;
import dev.gauntlet.reports.record.ConformanceMatrix;
import dev.gauntlet.reports.record.RaceMatrix;
import dev.gauntlet.reports.record.ReportException;
import dev.gauntlet.reports.record.RunRecord;
import dev.gauntlet.reports.record.RunRecordReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A run as read from its directory, with all text in it fit to show.
 *
 * @param run the run record
 * @param conformance the conformance matrix beside it; null when there is none
 * @param races the race matrix beside it; null when there is none
 */
public record LoadedRun(
    RunRecord run, @Nullable ConformanceMatrix conformance, @Nullable RaceMatrix races) {

  /**
   * Reads a run and what lies beside it: the conformance matrix and the race matrix, if there are
   * any.
   *
   * @param path the run record, or the directory of the run
   * @throws ReportException when a file cannot be read or holds something else
   */
  public static LoadedRun load(Path path) {
    Path file = RunRecordReader.file(path);
    Path rules = file.resolveSibling(ConformanceMatrix.FILE_NAME);
    Path races = file.resolveSibling(RaceMatrix.FILE_NAME);
    return new LoadedRun(
        Cleaning.clean(RunRecordReader.read(path)),
        Files.exists(rules) ? Cleaning.clean(ConformanceMatrix.read(rules)) : null,
        Files.exists(races) ? Cleaning.clean(RaceMatrix.read(races)) : null);
  }

  /** Compares the subjects of the run. */
  public Comparison compare(CompareOptions options) {
    return Comparer.compare(run, conformance, options);
  }
}
