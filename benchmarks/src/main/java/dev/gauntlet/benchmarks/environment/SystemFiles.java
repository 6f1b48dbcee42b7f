package dev.gauntlet.benchmarks.environment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads files of the kernel; what cannot be read is not known. */
final class SystemFiles {
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

  private final Path root;

  /** Reads below {@code root}, which is {@code /} except in tests. */
  SystemFiles(Path root) {
    this.root = root;
  }

  static SystemFiles ofThisMachine() {
    return new SystemFiles(Path.of("/"));
  }

  List<String> lines(String path) {
    try {
      return Files.readAllLines(root.resolve(path));
    } catch (IOException | java.io.UncheckedIOException e) {
      return List.of();
    }
  }

  Optional<String> firstLine(String path) {
    return lines(path).stream().findFirst().map(String::trim).filter(line -> !line.isEmpty());
  }

  /** Returns the names in a folder that are numbers. */
  List<Long> numbers(String folder) {
    try (Stream<Path> entries = Files.list(root.resolve(folder))) {
      return entries
          .map(entry -> entry.getFileName().toString())
          .filter(NUMBER.asMatchPredicate())
          .map(Long::parseLong)
          .toList();
    } catch (IOException | java.io.UncheckedIOException e) {
      return List.of();
    }
  }

  /** Returns the words of a line. */
  static List<String> words(String line) {
    return SPACE.splitAsStream(line.trim()).toList();
  }

  /** Returns the text after {@code label} and an optional colon or equals sign. */
  Optional<String> value(String path, String label) {
    return lines(path).stream()
        .filter(line -> line.startsWith(label))
        .findFirst()
        .map(line -> line.substring(label.length()).replaceFirst("^\\s*[:=]?\\s*", "").trim());
  }
}
