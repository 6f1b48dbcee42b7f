package dev.gauntlet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs {@code launcher/test.sh}; each line that it prints is a test. */
class LauncherTest {
  private static final String PASSED = "ok - ";
  private static final String FAILED = "not ok - ";

  @TestFactory
  Stream<DynamicTest> launcher() throws IOException, InterruptedException {
    Process script =
        new ProcessBuilder("bash", Path.of("..", "launcher", "test.sh").toString())
            .redirectErrorStream(true)
            .start();
    List<String> lines =
        new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    int status = script.waitFor();
    return Stream.concat(
        Stream.of(dynamicTest("the script ran to its end", () -> ranToItsEnd(lines, status))),
        lines.stream().filter(line -> !line.isBlank()).map(LauncherTest::asTest));
  }

  private static void ranToItsEnd(List<String> lines, int status) {
    boolean failed = lines.stream().anyMatch(line -> line.startsWith(FAILED));
    assertEquals(failed ? 1 : 0, status, "exit status of the script");
    assertTrue(lines.stream().anyMatch(line -> line.startsWith(PASSED)), "no test ran: " + lines);
  }

  private static DynamicTest asTest(String line) {
    String name = line.replaceFirst("^(not )?ok - ", "").replaceFirst(": exit .*", "");
    return dynamicTest(name, () -> assertTrue(line.startsWith(PASSED), line));
  }
}
