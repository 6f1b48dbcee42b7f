package dev.gauntlet.benchmarks.pair;

import dev.gauntlet.benchmarks.run.BenchUsageException;
import dev.gauntlet.reports.record.IoMessages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.BenchmarkListEntry;

/**
 * A jar that runs its benchmarks with {@code java -jar}.
 *
 * @param file the jar
 * @param sha256 its hash, lower-case hex
 * @param commit what it was built from; null when unknown
 * @param entries its benchmarks, as JMH's annotation processor listed them
 * @param classPath what its manifest wants on the class path beside it, absolute
 */
record JmhJar(
    Path file,
    String sha256,
    @Nullable String commit,
    List<BenchmarkListEntry> entries,
    List<Path> classPath) {
  private static final String LIST = "META-INF/BenchmarkList";
  private static final String RUNNER = "org/openjdk/jmh/Main.class";

  /**
   * Reads a jar.
   *
   * @throws BenchUsageException if it is none, or holds no benchmarks
   */
  static JmhJar open(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new BenchUsageException("no such file: " + file);
    }
    try (JarFile jar = new JarFile(file.toFile())) {
      Manifest manifest = jar.getManifest();
      boolean own = file.equals(OwnJar.file());
      List<Path> classPath = own ? OwnJar.classPath() : classPath(file, manifest);
      if (jar.getEntry(RUNNER) == null && classPath.isEmpty()) {
        throw new BenchUsageException(
            file + " does not contain JMH: name the jar that `java -jar` runs benchmarks from");
      }
      return new JmhJar(
          file,
          Hashes.sha256(file),
          own ? OwnJar.commit() : JarCommit.of(manifest),
          entries(file, jar),
          classPath);
    } catch (ZipException e) {
      throw new BenchUsageException(file + " is no jar: " + e.getMessage());
    } catch (IOException e) {
      throw new BenchUsageException("cannot read " + file + ": " + IoMessages.reason(e));
    }
  }

  private static List<BenchmarkListEntry> entries(Path file, JarFile jar) throws IOException {
    ZipEntry list = jar.getEntry(LIST);
    List<String> lines = list == null ? List.of() : lines(jar, list);
    if (lines.isEmpty()) {
      throw new BenchUsageException(
          file + " has no benchmarks: its " + LIST + " is missing or empty");
    }
    return lines.stream().map(line -> entry(file, line)).toList();
  }

  private static List<String> lines(JarFile jar, ZipEntry list) throws IOException {
    try (InputStream text = jar.getInputStream(list)) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .toList();
    }
  }

  /** JMH 1.30 to 1.37 write the same form. */
  private static BenchmarkListEntry entry(Path file, String line) {
    try {
      return new BenchmarkListEntry(line);
    } catch (RuntimeException e) {
      throw new BenchUsageException(
          file + " lists its benchmarks in a form that is not JMH 1.3x's: " + LIST);
    }
  }

  private static List<Path> classPath(Path file, @Nullable Manifest manifest) {
    String listed =
        manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
    Path folder = file.toAbsolutePath().getParent();
    return listed == null || listed.isBlank() || folder == null
        ? List.of()
        : List.of(listed.trim().split("\\s+")).stream().map(folder::resolve).toList();
  }
}
