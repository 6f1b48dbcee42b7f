package dev.gauntlet.reports.record;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads run records.
 *
 * <p>A last line that was cut off is left out with a warning, since that is what a killed run
 * leaves. Anything else that is not a line of a run record is an error that names the file and the
 * line.
 */
public final class RunRecordReader {
  private final Path file;
  private final boolean keepRawJmh;
  private final List<ForkResult> forks = new ArrayList<>();
  private final List<ForkFailure> failures = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private @Nullable RunHeader header;
  private @Nullable RunEnd end;

  private RunRecordReader(Path file, boolean keepRawJmh) {
    this.file = file;
    this.keepRawJmh = keepRawJmh;
  }

  /**
   * Reads a record without the raw JMH objects, which may be large.
   *
   * @param path the record's file, compressed if its name ends with {@code .gz}, or the directory
   *     of its run
   * @throws ReportException when it cannot be read or is no run record
   */
  public static RunRecord read(Path path) {
    return new RunRecordReader(file(path), false).read();
  }

  /** Reads a record with the raw JMH objects in {@link ForkResult#jmh()}. */
  public static RunRecord readWithRawJmh(Path path) {
    return new RunRecordReader(file(path), true).read();
  }

  /** The record's file for a path that may also name the directory of its run. */
  public static Path file(Path path) {
    return Files.isDirectory(path) ? path.resolve(RunRecordWriter.FILE_NAME) : path;
  }

  private RunRecord read() {
    try {
      warnings.addAll(new JsonLinesReader<>(file, RunLine.class, keepRawJmh).read(this::take));
    } catch (NoSuchFileException e) {
      throw new ReportException(
          file + ": no such file; a run directory holds " + RunRecordWriter.FILE_NAME, e);
    }
    if (header == null) {
      throw new ReportException(file + ": not a run record: it has no complete first line");
    }
    return new RunRecord(header, forks, failures, end, warnings);
  }

  private void take(RunLine line) {
    if ((header == null) != (line instanceof RunHeader)) {
      throw new IllegalArgumentException(
          header == null
              ? "not a run record: the first line is not of kind \"run\""
              : "a second line of kind \"run\"");
    }
    switch (line) {
      case RunHeader first -> header = supported(first);
      case ForkResult fork -> forks.add(fork);
      case ForkFailure failure -> failures.add(failure);
      case RunEnd last -> end = last;
    }
    if (!(line instanceof RunEnd)) {
      end = null;
    }
  }

  private static RunHeader supported(RunHeader header) {
    if (header.schema() != RunHeader.SCHEMA) {
      throw new IllegalArgumentException(
          "schema " + header.schema() + ", but this version reads schema " + RunHeader.SCHEMA);
    }
    return header;
  }
}
