package dev.gauntlet.benchmarks.profile;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What Linux keeps in a file for each thread of this process. */
final class ThreadFiles {
  static final Path TASKS = Path.of("/proc/self/task");

  private ThreadFiles() {}

  /**
   * Returns what the file of that name says of each thread, but for those that end meanwhile; null
   * where there are no such files.
   */
  static @Nullable List<String> read(Path tasks, String name) {
    List<String> texts = new ArrayList<>();
    try (DirectoryStream<Path> threads = Files.newDirectoryStream(tasks)) {
      for (Path thread : threads) {
        addTo(texts, thread.resolve(name));
      }
    } catch (IOException | DirectoryIteratorException e) {
      return null;
    }
    return texts;
  }

  private static void addTo(List<String> texts, Path file) {
    try {
      texts.add(Files.readString(file));
    } catch (IOException e) {
      // the thread has ended meanwhile
    }
  }
}
