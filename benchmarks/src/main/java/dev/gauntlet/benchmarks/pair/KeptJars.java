package dev.gauntlet.benchmarks.pair;

import dev.gauntlet.benchmarks.run.BenchUsageException;
import dev.gauntlet.reports.record.IoMessages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Jars of earlier runs, each under its SHA-256, so that a run can be measured again. The ten that
 * were kept or used last stay. Jars that somebody puts there by another name are found as well, and
 * never removed.
 *
 * @param folder where they are; need not exist
 * @param clock tells when a jar was used
 */
public record KeptJars(Path folder, InstantSource clock) {
  /** How many stay. */
  public static final int MOST = 10;

  private static final Pattern KEPT = Pattern.compile("[0-9a-f]{64}\\.jar");
  private static final int SHORT_HASH = 12;

  /** The jars of a folder. */
  public KeptJars(Path folder) {
    this(folder, InstantSource.system());
  }

  /**
   * Keeps a jar, and removes those beyond the ten that were used last.
   *
   * @return where it is kept
   * @throws BenchUsageException if it is no JMH jar, or does not run without files beside it
   */
  public Path keep(Path file) {
    JmhJar jar = JmhJar.open(file);
    if (!jar.classPath().isEmpty()) {
      throw new BenchUsageException(
          "cannot keep " + file + ": it needs the jars on its class path; package all in one");
    }
    Path kept = folder.resolve(jar.sha256() + ".jar");
    try {
      Files.createDirectories(folder);
      if (!Files.exists(kept)) {
        Path partial = folder.resolve(jar.sha256() + ".partial");
        Files.copy(file, partial, StandardCopyOption.REPLACE_EXISTING);
        Files.move(partial, kept, StandardCopyOption.ATOMIC_MOVE);
      }
      touch(kept);
      removeUnused();
      return kept;
    } catch (IOException e) {
      throw new BenchUsageException(
          "cannot keep " + file + " in " + folder + ": " + IoMessages.reason(e));
    }
  }

  /**
   * Finds the jar that a run measured, and counts it as used.
   *
   * @param sha256 its hash, if the run knows it
   * @param commit what it was built from; asked for when the run does not know the hash
   */
  public Optional<Path> find(@Nullable String sha256, @Nullable String commit) {
    try {
      for (Path jar : jars()) {
        if (sha256 == null ? isOf(jar, commit) : Hashes.sha256(jar).equals(sha256)) {
          touch(jar);
          return Optional.of(jar);
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      throw new BenchUsageException("cannot read " + folder + ": " + IoMessages.reason(e));
    }
  }

  private static boolean isOf(Path jar, @Nullable String commit) throws IOException {
    if (commit == null) {
      return false;
    }
    try (JarFile file = new JarFile(jar.toFile())) {
      return commit.equals(JarCommit.of(file.getManifest()));
    }
  }

  private void touch(Path jar) throws IOException {
    Files.setLastModifiedTime(jar, FileTime.from(clock.instant()));
  }

  private void removeUnused() throws IOException {
    for (Path jar :
        jars().stream()
            .filter(file -> KEPT.matcher(name(file)).matches())
            .sorted(Comparator.comparing(KeptJars::lastUse).reversed())
            .skip(MOST)
            .toList()) {
      Files.deleteIfExists(jar);
    }
  }

  private static FileTime lastUse(Path jar) {
    try {
      return Files.getLastModifiedTime(jar);
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }

  private List<Path> jars() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> name(file).endsWith(".jar")).sorted().toList();
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  /** The file name of a jar for reports; a kept one is named by the beginning of its hash. */
  static String label(Path jar) {
    String name = name(jar);
    return KEPT.matcher(name).matches() ? name.substring(0, SHORT_HASH) : name;
  }
}
