package dev.gauntlet.reports.history.input;

import dev.gauntlet.reports.record.IoMessages;
import dev.gauntlet.reports.record.ReportException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The files in which runs may be stored. */
final class RecordFiles {
  private RecordFiles() {}

  /**
   * The file itself, or every {@code *.jsonl} and {@code *.jsonl.gz} below a folder, by name.
   *
   * @throws ReportException when there is no such file or folder, or it cannot be listed
   */
  static List<Path> in(Path place) {
    if (!Files.exists(place)) {
      throw new ReportException(place + ": no such file or folder");
    }
    if (!Files.isDirectory(place)) {
      return List.of(place);
    }
    try (Stream<Path> files = Files.walk(place)) {
      return files.filter(RecordFiles::mayHoldARun).sorted().toList();
    } catch (UncheckedIOException e) {
      throw unreadable(place, Objects.requireNonNull(e.getCause()));
    } catch (IOException e) {
      throw unreadable(place, e);
    }
  }

  private static ReportException unreadable(Path place, IOException e) {
    return new ReportException("cannot list " + place + ": " + IoMessages.reason(e), e);
  }

  private static boolean mayHoldARun(Path file) {
    String name = String.valueOf(file.getFileName());
    return (name.endsWith(".jsonl") || name.endsWith(".jsonl.gz")) && Files.isRegularFile(file);
  }
}
