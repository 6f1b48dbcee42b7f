package dev.gauntlet.benchmarks.pair;

import dev.gauntlet.benchmarks.run.BenchUsageException;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The jar with Gauntlet's own benchmarks, which needs what is on the class path of this JVM. */
public final class OwnJar {
  private OwnJar() {}

  /**
   * Returns the jar.
   *
   * @throws BenchUsageException if the benchmarks do not come from a jar
   */
  public static Path find() {
    Path file = file();
    if (!Files.isRegularFile(file)) {
      throw new BenchUsageException(
          "two subjects can be measured when Gauntlet runs from its jars: start it by `gauntlet`");
    }
    return file;
  }

  static Path file() {
    try {
      return Path.of(OwnJar.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a class path has URLs", e);
    }
  }

  /** Returns the commit of the sources; null when unknown, or when files differ from it. */
  static @Nullable String commit() {
    String home = System.getProperty("gauntlet.home");
    return home == null ? null : JarCommit.ofSources(Path.of(home));
  }

  static List<Path> classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath())
        .toList();
  }
}
