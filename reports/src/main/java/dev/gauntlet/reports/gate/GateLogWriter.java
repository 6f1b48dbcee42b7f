package dev.gauntlet.reports.gate;

import dev.gauntlet.reports.record.JsonLinesWriter;
import dev.gauntlet.reports.record.ReportException;
import java.nio.file.Path;

/**
 * Appends to a gate log. Each line is on the disk when the method returns.
 *
 * <p>Safe for use by several threads. Every method throws {@link ReportException} when the file
 * cannot be written.
 */
public final class GateLogWriter implements AutoCloseable {
  private final JsonLinesWriter<GateLine> lines;

  private GateLogWriter(JsonLinesWriter<GateLine> lines) {
    this.lines = lines;
  }

  /** Starts a log; a file that is already there is an error. */
  public static GateLogWriter create(Path file, GateHeader header) {
    return new GateLogWriter(JsonLinesWriter.create(file, GateLine.class, header));
  }

  /** Opens a log to add to it; a line that was cut off at the end is removed first. */
  public static GateLogWriter append(Path file) {
    return new GateLogWriter(JsonLinesWriter.append(file, GateLine.class));
  }

  /** Appends a finished fork. */
  public void fork(GateFork fork) {
    lines.write(fork);
  }

  /** Appends a fork that gave no result. */
  public void failure(GateFailure failure) {
    lines.write(failure);
  }

  /** Appends the end. More forks may follow when the run is resumed. */
  public void end(GateEnd end) {
    lines.write(end);
  }

  /** Closes the file; closing twice does nothing. */
  @Override
  public void close() {
    lines.close();
  }
}
