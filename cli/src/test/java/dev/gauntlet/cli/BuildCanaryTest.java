package dev.gauntlet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The checks of the build refuse what they are there for: a project with mistakes, built with the
 * same parent, fails in each of the tools.
 */
class BuildCanaryTest {
  /** The first that Maven's own JVM can format, see the profile in the parent. */
  private static final int FORMATTER_JDK = 25;

  private static String log;

  @BeforeAll
  static void build(@TempDir Path directory) throws Exception {
    Path output = directory.resolve("maven.log");
    Path maven = Path.of(System.getProperty("gauntlet.maven.home"), "bin", "mvn");
    List<String> command = new ArrayList<>();
    command.addAll(List.of(maven.toString(), "-B", "-ntp", "-o", "--fail-at-end", "clean"));
    command.add("compile");
    if (isFormatted()) {
      command.add("com.diffplug.spotless:spotless-maven-plugin:check");
    }
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(new File("src/test/canary"))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.start();
    assertTrue(process.waitFor(100, TimeUnit.SECONDS), "Maven does not end");
    log = Files.readString(output);
    assertNotEquals(0, process.exitValue(), log);
  }

  @Test
  void nullAwayFindsADereferenceOfNull() {
    assertTrue(log.contains("Mistakes.java:[10,") && log.contains("[NullAway]"), log);
  }

  @Test
  void errorProneFindsAnExceptionThatIsNotThrown() {
    assertTrue(log.contains("Mistakes.java:[14,") && log.contains("[DeadException]"), log);
  }

  @Test
  void aWarningOfTheCompilerFails() {
    assertTrue(log.contains("Raw.java:[9,") && log.contains("found raw type"), log);
    assertTrue(log.matches("(?s).*canary-warned \\.+ FAILURE.*"), log);
  }

  @Test
  void doclintFindsALinkToNothing() {
    assertTrue(log.contains("Documented.java:[3,") && log.contains("reference not found"), log);
  }

  @Test
  void spotlessFindsAnUntidyFile() {
    boolean found = log.contains("Untidy.java") && log.contains("spotless");
    assertEquals(isFormatted(), found, log);
  }

  private static boolean isFormatted() {
    return Runtime.version().feature() >= FORMATTER_JDK;
  }
}
