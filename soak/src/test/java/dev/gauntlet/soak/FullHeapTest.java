package dev.gauntlet.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.soak.FullHeap.Where;
import dev.gauntlet.soak.FullHeap.Whose;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** R19: the heap ends, to its last word, where a pool itself would need some of it. */
class FullHeapTest {
  private static final int LIMIT_SECONDS = 60;

  static Stream<Arguments> ends() {
    return Arrays.stream(Whose.values())
        .flatMap(whose -> Arrays.stream(Where.values()).map(where -> Arguments.of(whose, where)));
  }

  @ParameterizedTest
  @MethodSource("ends")
  void nothingIsLost(Whose whose, Where where) throws Exception {
    Process process = start(whose, where);
    try {
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS), output);
      assertEquals(0, process.exitValue(), output);
      assertTrue(output.contains("ended well"), output);
    } finally {
      process.destroyForcibly();
    }
  }

  private static Process start(Whose whose, Where where) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder builder =
        new ProcessBuilder(
            java,
            "-Xmx24m",
            "-XX:+UseSerialGC",
            "-Xlog:disable",
            "-cp",
            System.getProperty("java.class.path"),
            FullHeap.class.getName(),
            whose.name(),
            where.name());
    return builder.redirectErrorStream(true).start();
  }
}
