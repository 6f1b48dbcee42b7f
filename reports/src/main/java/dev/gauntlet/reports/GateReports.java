package dev.gauntlet.reports;

import dev.gauntlet.reports.gate.GateHeader;
import dev.gauntlet.reports.gate.GateLog;
import dev.gauntlet.reports.gate.GateLogReader;
import dev.gauntlet.reports.gate.output.GateReport;
import dev.gauntlet.reports.record.ReportException;
import dev.gauntlet.reports.record.RunRecordReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The gates that belong to a run: that in its folder, and those that are named. */
final class GateReports {
  private static final String FILE_NAME = "gate.jsonl";

  private GateReports() {}

  /**
   * Reads the logs of gates and judges them.
   *
   * @param run the run record, or the directory of the run
   * @param named logs of gates, or the directories that hold one
   * @throws ReportException when one cannot be read or is no log of a gate
   */
  static List<GateReport> of(Path run, List<Path> named) {
    Stream<Path> beside =
        new Companions(RunRecordReader.file(run)).find(FILE_NAME).stream().map(Path::normalize);
    return Stream.concat(beside, named.stream().map(GateReports::file))
        .distinct()
        .map(GateReports::read)
        .toList();
  }

  private static Path file(Path named) {
    return (Files.isDirectory(named) ? named.resolve(FILE_NAME) : named).normalize();
  }

  private static GateReport read(Path file) {
    GateLog log = GateLogReader.read(file);
    if (log.header().purpose() != GateHeader.Purpose.GATE) {
      throw new ReportException(file + ": the log of a calibration, which judges nothing");
    }
    return GateReport.of(log, "", null);
  }
}
