package dev.gauntlet.benchmarks.pair;

import dev.gauntlet.benchmarks.run.BenchUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** Puts jars under other names: where a jar lies must not tell one arm from the other. */
final class JarCopies implements AutoCloseable {
  private final Path folder;
  private final Deque<Path> made = new ArrayDeque<>();

  JarCopies() {
    try {
      folder = Files.createTempDirectory("gauntlet-pair");
    } catch (IOException e) {
      throw new BenchUnavailableException("cannot make a temporary folder: " + e);
    }
  }

  /** Returns the folder, in which a fork may leave its result. */
  Path folder() {
    return folder;
  }

  /** Returns the path of the jar in a folder of that name; a link where that is possible. */
  Path copy(Path jar, String name) throws IOException {
    Path directory = folder.resolve(name);
    Path copy = directory.resolve("benchmarks.jar");
    if (Files.exists(copy)) {
      return copy;
    }
    Files.createDirectories(directory);
    made.push(directory);
    made.push(copy);
    try {
      return Files.createLink(copy, jar.toRealPath());
    } catch (IOException | UnsupportedOperationException e) {
      return Files.copy(jar, copy);
    }
  }

  /** Removes the copies. */
  void clear() {
    while (!made.isEmpty()) {
      delete(made.pop());
    }
  }

  @Override
  public void close() {
    clear();
    delete(folder);
  }

  private static void delete(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      // the system clears its temporary folder
    }
  }
}
