package dev.gauntlet.benchmarks.run;

import dev.gauntlet.reports.record.RunHeader;
import dev.gauntlet.reports.record.RunRecord;
import dev.gauntlet.reports.record.RunRecordReader;
import dev.gauntlet.reports.record.RunRecordWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder of one run: its record, its plan, and what JMH printed. */
public final class RunFolder {
  private static final String LOG = "jmh.log";

  private final Path directory;

  RunFolder(Path directory) {
    this.directory = directory;
  }

  /** Makes the folder of a new run, with its record and its plan. */
  static RunFolder create(Path runs, RunHeader header, BenchPlan plan) {
    Path directory = runs.resolve(header.id());
    RunRecordWriter.create(directory, header).close();
    PlanText.write(directory, plan);
    return new RunFolder(directory);
  }

  Path directory() {
    return directory;
  }

  RunRecordWriter append() {
    return RunRecordWriter.append(directory);
  }

  RunRecord read() {
    return RunRecordReader.read(directory);
  }

  PrintStream openLog() {
    try {
      return new PrintStream(
          Files.newOutputStream(
              directory.resolve(LOG), StandardOpenOption.CREATE, StandardOpenOption.APPEND),
          false,
          StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + directory.resolve(LOG), e);
    }
  }

  /**
   * Returns the newest run below {@code runs} that was not finished, if there is one: what a
   * resumption without a name means. Folders that hold no record are passed over.
   */
  public static Optional<Path> newestUnfinished(Path runs) {
    if (!Files.isDirectory(runs)) {
      return Optional.empty();
    }
    try (Stream<Path> folders = Files.list(runs)) {
      List<Path> newestFirst =
          folders
              .filter(folder -> Files.exists(folder.resolve(RunRecordWriter.FILE_NAME)))
              .filter(folder -> Files.exists(folder.resolve(PlanText.FILE_NAME)))
              .sorted(Comparator.reverseOrder())
              .toList();
      return newestFirst.stream()
          .filter(folder -> !RunRecordReader.read(folder).isComplete())
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + runs, e);
    }
  }
}
