package dev.gauntlet.benchmarks.pair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a manifest says of the commit. */
class JarCommitTest {
  private static final String HEAD = "Manifest-Version: 1.0\nMain-Class: a.B\n";
  private static final String HASH = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";

  private static Manifest manifest(String line) throws IOException {
    return new Manifest(
        new ByteArrayInputStream((HEAD + line + "\n").getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @CsvSource({
    "Git-Commit, 4b825dc642cb6eb9a060e54bf8d69288fbee4904",
    "git-commit-id, 4b825dc",
    "Implementation-SCM-Revision, 4b825dc642cb6eb9a060e54bf8d69288fbee4904",
    "Implementation-Build, 4b825dc642cb6eb9a060e54bf8d69288fbee4904",
    "Full-Change, 4b825dc642cb6eb9a060e54bf8d69288fbee4904"
  })
  void aHashIsTakenFromWhereToolsPutIt(String attribute, String hash) throws IOException {
    assertEquals(hash, JarCommit.of(manifest(attribute + ": " + hash)));
  }

  @ParameterizedTest
  @CsvSource({
    "Implementation-Build, 1234",
    "Git-Commit, unknown",
    "Implementation-Version, 4b825dc"
  })
  void whatIsNoHashIsNoCommit(String attribute, String value) throws IOException {
    assertNull(JarCommit.of(manifest(attribute + ": " + value)));
  }

  @Test
  void withoutAManifestNothingIsKnown() {
    assertNull(JarCommit.of(null));
  }

  @Test
  void aJarIsReadWithItsCommit(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("a.jar");
    try (OutputStream bytes = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(bytes, manifest("Git-Commit: " + HASH))) {
      jar.putNextEntry(new JarEntry("org/openjdk/jmh/Main.class"));
      jar.putNextEntry(new JarEntry("META-INF/BenchmarkList"));
      String entry =
          "JMH S 3 x.Y S 20 x.jmh_generated.Test S 3 one S 11 AverageTime"
              + " E A 1 1 1 E E E E E E E E E E E E E E U 11 NANOSECONDS E E\n";
      jar.write(entry.getBytes(StandardCharsets.UTF_8));
    }
    assertNotNull(JmhJar.open(file));
    assertEquals(HASH, JmhJar.open(file).commit());
  }

  @Test
  void aFolderWithoutGitHasNoCommit(@TempDir Path folder) {
    assertNull(JarCommit.ofSources(folder));
  }
}
