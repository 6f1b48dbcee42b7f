package dev.gauntlet.benchmarks.pair;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.benchmarks.run.BenchUsageException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of the jars of earlier runs is found again. */
class KeptJarsTest {
  private static final String LIST =
      "JMH S 3 x.Y S 20 x.jmh_generated.Test S 3 one S 11 AverageTime"
          + " E A 1 1 1 E E E E E E E E E E E E E E U 11 NANOSECONDS E E\n";
  private static final String COMMIT = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";

  @TempDir private Path folder;
  private int seconds;

  private KeptJars kept() {
    return new KeptJars(folder.resolve("jars"), () -> Instant.ofEpochSecond(++seconds));
  }

  private Path jar(String name, String attribute) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream bytes = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(bytes)) {
      add(jar, "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n" + attribute + "\n");
      add(jar, "META-INF/BenchmarkList", LIST);
      add(jar, "org/openjdk/jmh/Main.class", name);
    }
    return file;
  }

  private static void add(JarOutputStream jar, String entry, String text) throws IOException {
    jar.putNextEntry(new JarEntry(entry));
    jar.write(text.getBytes(StandardCharsets.UTF_8));
    jar.closeEntry();
  }

  @Test
  void aJarIsFoundByItsHashAndIsTheSame() throws IOException {
    Path jar = jar("a.jar", "X: y");
    Path there = kept().keep(jar);
    String hash = Hashes.sha256(jar);
    assertEquals(hash + ".jar", String.valueOf(there.getFileName()));
    assertArrayEquals(Files.readAllBytes(jar), Files.readAllBytes(there));
    assertEquals(Optional.of(there), kept().find(hash, null));
    assertEquals(Optional.empty(), kept().find("00", COMMIT));
    assertEquals(hash.substring(0, 12), ArmRequest.of(there).label());
    Files.writeString(there, "damaged");
    assertEquals(Optional.empty(), kept().find(hash, null), "its bytes are others");
  }

  @Test
  void aJarPutThereByHandIsFoundByItsCommit() throws IOException {
    Files.createDirectories(folder.resolve("jars"));
    Path jar = jar("jars/by-hand.jar", "Git-Commit: " + COMMIT);
    assertEquals(Optional.of(jar), kept().find(null, COMMIT));
    assertEquals(Optional.empty(), kept().find(null, "4b825dc"));
    assertEquals(Optional.empty(), kept().find(null, null));
  }

  @Test
  void theTenUsedLastStay() throws IOException {
    Files.createDirectories(folder.resolve("jars"));
    Path byHand = jar("jars/by-hand.jar", "X: y");
    List<String> hashes = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      Path jar = jar(i + ".jar", "X: y");
      kept().keep(jar);
      hashes.add(Hashes.sha256(jar));
    }
    assertTrue(kept().find(hashes.get(0), null).isPresent(), "used again");
    kept().keep(jar("10.jar", "X: y"));
    assertTrue(kept().find(hashes.get(0), null).isPresent());
    assertEquals(Optional.empty(), kept().find(hashes.get(1), null));
    assertTrue(Files.exists(byHand));
    try (Stream<Path> files = Files.list(folder.resolve("jars"))) {
      assertEquals(11, files.count());
    }
  }

  @Test
  void whatDoesNotRunAloneIsNotKept() throws IOException {
    Path thin = jar("thin.jar", "Class-Path: jmh-core.jar");
    BenchUsageException e = assertThrows(BenchUsageException.class, () -> kept().keep(thin));
    assertTrue(String.valueOf(e.getMessage()).contains("package all in one"), e.getMessage());
    assertTrue(Files.notExists(folder.resolve("jars")));
  }
}
