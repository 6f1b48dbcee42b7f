package dev.gauntlet.benchmarks.pair;

import dev.gauntlet.benchmarks.environment.Revision;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The commit that a jar was built from, where that can be known. */
final class JarCommit {
  /** What plugins of Maven and Gradle write, and people by hand. */
  private static final List<String> ATTRIBUTES =
      List.of(
          "Git-Commit",
          "Git-Commit-Id",
          "Git-Sha",
          "Git-Revision",
          "Implementation-SCM-Revision",
          "SCM-Revision",
          "Implementation-Build",
          "Build-Commit",
          "Build-Revision",
          "Full-Change",
          "Change");

  private static final Pattern HASH = Pattern.compile("[0-9a-fA-F]{7,64}");

  private JarCommit() {}

  /** Returns the first attribute of the manifest that holds a hash; null when none does. */
  static @Nullable String of(@Nullable Manifest manifest) {
    if (manifest == null) {
      return null;
    }
    Attributes main = manifest.getMainAttributes();
    return ATTRIBUTES.stream()
        .map(main::getValue)
        .filter(Objects::nonNull)
        .map(String::trim)
        .filter(value -> HASH.matcher(value).matches())
        .findFirst()
        .orElse(null);
  }

  /**
   * Returns the commit of a folder of sources; null when git does not say, or files differ from it.
   */
  static @Nullable String ofSources(Path sources) {
    Revision revision = Revision.of(sources);
    return revision.dirty() ? null : revision.commit();
  }
}
