package dev.gauntlet.reports.record;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes whole files so that a reader never sees half of one. */
public final class AtomicFiles {
  private AtomicFiles() {}

  /**
   * Writes a text as UTF-8, creating missing directories and replacing what is there.
   *
   * @throws ReportException when the file cannot be written
   */
  public static void write(Path file, String text) {
    Path target = file.toAbsolutePath();
    Path partial = target.resolveSibling(target.getFileName() + ".partial");
    try {
      Path directory = target.getParent();
      if (directory != null) {
        Files.createDirectories(directory);
      }
      Files.writeString(partial, text);
      move(partial, target);
    } catch (IOException e) {
      throw new ReportException("cannot write " + file + ": " + IoMessages.reason(e), e);
    }
  }

  private static void move(Path partial, Path target) throws IOException {
    try {
      Files.move(
          partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
