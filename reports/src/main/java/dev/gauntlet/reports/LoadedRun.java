package dev.gauntlet.reports;

import dev.gauntlet.reports.compare.CompareOptions;
import dev.gauntlet.reports.compare.Comparer;
import dev.gauntlet.reports.compare.Comparison;
import dev.gauntlet.reports.record.ConformanceMatrix;
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
 */
public record LoadedRun(RunRecord run, @Nullable ConformanceMatrix conformance) {

  /**
   * Reads a run and the conformance matrix beside it, if there is one.
   *
   * @param path the run record, or the directory of the run
   * @throws ReportException when a file cannot be read or holds something else
   */
  public static LoadedRun load(Path path) {
    Path matrix = RunRecordReader.file(path).resolveSibling(ConformanceMatrix.FILE_NAME);
    return load(path, Files.exists(matrix) ? matrix : null);
  }

  /** Reads a run and a conformance matrix from elsewhere; null for none. */
  public static LoadedRun load(Path path, @Nullable Path conformance) {
    RunRecord run = Cleaning.clean(RunRecordReader.read(path));
    return new LoadedRun(
        run, conformance == null ? null : Cleaning.clean(ConformanceMatrix.read(conformance)));
  }

  /** Compares the subjects of the run. */
  public Comparison compare(CompareOptions options) {
    return Comparer.compare(run, conformance, options);
  }
}
