package dev.gauntlet.reports.record;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Appends to a run record. Each line is on the disk when the method returns, so a run that is
 * killed loses at most the fork it was measuring.
 *
 * <p>Safe for use by several threads: a shutdown hook may write the end while a fork is being
 * written. Every method throws {@link ReportException} when the file cannot be written.
 */
public final class RunRecordWriter implements AutoCloseable {
  /** Name of the record inside the directory of its run. */
  public static final String FILE_NAME = "run.jsonl";

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final int COMMIT_LENGTH = 7;

  private final JsonLinesWriter<RunLine> lines;

  private RunRecordWriter(JsonLinesWriter<RunLine> lines) {
    this.lines = lines;
  }

  /**
   * The name of a run: its start in UTC and the commit, so that names sort by time.
   *
   * @param commit full or short hash; null when unknown
   */
  public static String runId(Instant startedAt, @Nullable String commit) {
    String suffix =
        commit == null || commit.isBlank()
            ? "nocommit"
            : commit.substring(0, Math.min(COMMIT_LENGTH, commit.length()));
    return STAMP.format(startedAt) + "-" + suffix;
  }

  /** Parses a JSON text, such as one of JMH's result objects, for {@link ForkResult#jmh()}. */
  public static JsonNode rawJson(String json) {
    try {
      return Json.MAPPER.readTree(json);
    } catch (JacksonException e) {
      throw new ReportException("not JSON: " + Json.reason(e), e);
    }
  }

  /**
   * Starts a record in a directory that is created when absent; a record that is already there is
   * an error.
   */
  public static RunRecordWriter create(Path directory, RunHeader header) {
    return new RunRecordWriter(
        JsonLinesWriter.create(directory.resolve(FILE_NAME), RunLine.class, header));
  }

  /**
   * Opens the record in a directory to add to it; a line that was cut off at the end is removed
   * first.
   */
  public static RunRecordWriter append(Path directory) {
    return new RunRecordWriter(JsonLinesWriter.append(directory.resolve(FILE_NAME), RunLine.class));
  }

  /** The file being written. */
  public Path file() {
    return lines.file();
  }

  /** Appends a finished fork. */
  public void fork(ForkResult fork) {
    lines.write(fork);
  }

  /** Appends a fork that gave no result. */
  public void failure(ForkFailure failure) {
    lines.write(failure);
  }

  /** Appends the end. More forks may follow when the run is resumed. */
  public void end(RunEnd end) {
    lines.write(end);
  }

  /** Closes the file; closing twice does nothing. */
  @Override
  public void close() {
    lines.close();
  }
}
