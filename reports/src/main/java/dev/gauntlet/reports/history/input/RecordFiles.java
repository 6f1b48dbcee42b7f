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
import java.util.stream.StreamSupport;

/** The files in which runs may be stored. */
final class RecordFiles {
  /** Where the logs lie that measured suspects again, whose base is no run of the main line. */
  static final String PAIRS = "pairs";

  private RecordFiles() {}

  /**
   * The file itself, or every {@code *.jsonl} and {@code *.jsonl.gz} below a folder, by name; what
   * is below a folder {@link #PAIRS} of it is passed over.
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
      return files
          .filter(RecordFiles::mayHoldARun)
          .filter(file -> !isOfPairs(place.relativize(file)))
          .sorted()
          .toList();
    } catch (UncheckedIOException e) {
      throw unreadable(place, Objects.requireNonNull(e.getCause()));
    } catch (IOException e) {
      throw unreadable(place, e);
    }
  }

  private static boolean isOfPairs(Path below) {
    return StreamSupport.stream(below.spliterator(), false)
        .anyMatch(part -> part.toString().equals(PAIRS));
  }

  private static ReportException unreadable(Path place, IOException e) {
    return new ReportException("cannot list " + place + ": " + IoMessages.reason(e), e);
  }

  private static boolean mayHoldARun(Path file) {
    String name = String.valueOf(file.getFileName());
    return (name.endsWith(".jsonl") || name.endsWith(".jsonl.gz")) && Files.isRegularFile(file);
  }
}
