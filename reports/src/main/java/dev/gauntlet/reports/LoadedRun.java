package dev.gauntlet.reports;

import dev.gauntlet.reports.compare.CompareOptions;
import dev.gauntlet.reports.compare.Comparer;
import dev.gauntlet.reports.compare.Comparison;
import dev.gauntlet.reports.record.ConformanceMatrix;
import dev.gauntlet.reports.record.RaceMatrix;
import dev.gauntlet.reports.record.ReportException;
import dev.gauntlet.reports.record.RunRecord;
import dev.gauntlet.reports.record.RunRecordReader;
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
    Companions beside = new Companions(file);
    return new LoadedRun(
        Cleaning.clean(RunRecordReader.read(path)),
        beside
            .find(ConformanceMatrix.FILE_NAME)
            .map(ConformanceMatrix::read)
            .map(Cleaning::clean)
            .orElse(null),
        beside.find(RaceMatrix.FILE_NAME).map(RaceMatrix::read).map(Cleaning::clean).orElse(null));
  }

  /** Compares the subjects of the run. */
  public Comparison compare(CompareOptions options) {
    return Comparer.compare(run, conformance, options);
  }
}
