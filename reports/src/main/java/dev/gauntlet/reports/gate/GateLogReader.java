package dev.gauntlet.reports.gate;

import dev.gauntlet.reports.record.JsonLinesReader;
import dev.gauntlet.reports.record.ReportException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads gate logs.
 *
 * <p>A last line that was cut off is left out with a warning. A run that was killed between the two
 * forks of a pair measures both again when it is resumed, so that they are adjacent; of forks that
 * are there twice the later one counts. Anything else that is not a line of a gate log is an error
 * that names the file and the line.
 */
public final class GateLogReader {
  private final Path file;
  private final boolean keepRawJmh;
  private final List<GateFork> forks = new ArrayList<>();
  private final List<GateFailure> failures = new ArrayList<>();
  private @Nullable GateHeader header;
  private @Nullable GateEnd end;

  private GateLogReader(Path file, boolean keepRawJmh) {
    this.file = file;
    this.keepRawJmh = keepRawJmh;
  }

  /**
   * Reads a log without the raw JMH objects, which may be large.
   *
   * @param file the log, compressed if its name ends with {@code .gz}
   * @throws ReportException when it cannot be read or is no gate log
   */
  public static GateLog read(Path file) {
    return new GateLogReader(file, false).read();
  }

  /** Reads a log with the raw JMH objects in {@link GateFork#jmh()}. */
  public static GateLog readWithRawJmh(Path file) {
    return new GateLogReader(file, true).read();
  }

  private GateLog read() {
    try {
      List<String> warnings =
          new JsonLinesReader<>(file, GateLine.class, keepRawJmh).read(this::take);
      if (header == null) {
        throw new ReportException(file + ": not a gate log: it has no complete first line");
      }
      return new GateLog(header, forks, failures, end, warnings);
    } catch (NoSuchFileException e) {
      throw new ReportException(file + ": no such file", e);
    }
  }

  private void take(GateLine line) {
    if (line instanceof GateHeader first) {
      takeHeader(first);
    } else {
      takeNext(line, rows());
    }
  }

  private void takeHeader(GateHeader first) {
    if (header != null) {
      throw new IllegalArgumentException("a second line of kind \"gate\"");
    }
    if (first.schema() != GateHeader.SCHEMA) {
      throw new IllegalArgumentException(
          "schema " + first.schema() + ", but this version reads schema " + GateHeader.SCHEMA);
    }
    header = first;
  }

  private int rows() {
    if (header == null) {
      throw new IllegalArgumentException("not a gate log: the first line is not of kind \"gate\"");
    }
    return header.rows().size();
  }

  private void takeNext(GateLine line, int rows) {
    end = null;
    switch (line) {
      case GateFork fork -> {
        checkRow(fork.row(), rows);
        forget(fork.row(), fork.stage(), fork.pair(), fork.arm());
        forks.add(fork);
      }
      case GateFailure failure -> {
        checkRow(failure.row(), rows);
        forget(failure.row(), failure.stage(), failure.pair(), failure.arm());
        failures.add(failure);
      }
      case GateEnd last -> end = last;
      case GateHeader ignored -> throw new IllegalStateException("a header is taken before");
    }
  }

  private static void checkRow(int row, int rows) {
    if (row < 0 || row >= rows) {
      throw new IllegalArgumentException("row " + row + " of " + rows + " rows");
    }
  }

  private void forget(int row, Stage stage, int pair, Arm arm) {
    forks.removeIf(fork ->
        fork.row() == row && fork.stage() == stage && fork.pair() == pair && fork.arm() == arm);
    failures.removeIf(failure ->
        failure.row() == row
            && failure.stage() == stage
            && failure.pair() == pair
            && failure.arm() == arm);
  }
}
