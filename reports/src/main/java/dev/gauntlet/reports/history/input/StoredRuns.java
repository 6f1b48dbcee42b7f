package dev.gauntlet.reports.history.input;

import dev.gauntlet.reports.gate.Arm;
import dev.gauntlet.reports.gate.GateHistory;
import dev.gauntlet.reports.gate.GateLog;
import dev.gauntlet.reports.gate.GateLogReader;
import dev.gauntlet.reports.history.Conditions;
import dev.gauntlet.reports.history.StoredRun;
import dev.gauntlet.reports.record.RecordKind;
import dev.gauntlet.reports.record.ReportException;
import dev.gauntlet.reports.record.RunRecord;
import dev.gauntlet.reports.record.RunRecordReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Stored runs by what they have in common. Of a gate log the base is a run of the main line; a run
 * that is stored twice counts once.
 */
public final class StoredRuns {
  /** The folder of a history for logs that are no runs of the main line: it is passed over. */
  public static final String PAIRS = RecordFiles.PAIRS;

  private final Map<Conditions, List<StoredRun>> runs = new LinkedHashMap<>();
  private final Set<Key> known = new HashSet<>();

  private record Key(Conditions conditions, String id) {}

  private StoredRuns() {}

  /**
   * Reads all runs.
   *
   * @param places records, logs, and folders that hold some; files below a folder that are of
   *     another kind are passed over
   * @throws ReportException when a place holds no run, or a file cannot be read or is damaged
   */
  public static Map<Conditions, List<StoredRun>> read(List<Path> places) {
    StoredRuns stored = new StoredRuns();
    places.forEach(stored::add);
    return stored.runs;
  }

  private void add(Path place) {
    List<Path> files = new ArrayList<>(RecordFiles.in(place));
    if (!files.equals(List.of(place))) {
      files.removeIf(StoredRuns::isOfAnotherKind);
    }
    if (files.isEmpty()) {
      throw new ReportException(
          place + ": no stored runs; name a folder that `bench` or `gate` wrote to");
    }
    files.forEach(this::addFile);
  }

  /** A file without a kind is not passed over: it may be a damaged record. */
  private static boolean isOfAnotherKind(Path file) {
    String kind = RecordKind.of(file);
    return kind != null && !kind.equals(RecordKind.RUN) && !kind.equals(RecordKind.GATE);
  }

  private void addFile(Path file) {
    if (RecordKind.GATE.equals(RecordKind.of(file))) {
      GateLog log = GateLogReader.read(file);
      addRun(GateHistory.conditions(log.header()), GateHistory.of(log, Arm.BASE));
    } else {
      RunRecord record = RunRecordReader.read(file);
      addRun(RunHistory.conditions(record.header()), RunHistory.of(record));
    }
  }

  private void addRun(Conditions conditions, StoredRun run) {
    if (known.add(new Key(conditions, run.id()))) {
      runs.computeIfAbsent(conditions, key -> new ArrayList<>()).add(run);
    }
  }
}
