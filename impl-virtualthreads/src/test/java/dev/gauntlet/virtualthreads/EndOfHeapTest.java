package dev.gauntlet.virtualthreads;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.TaskExecutor;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The heap ends, to its last word, where the bounded pool itself would need some of it. */
class EndOfHeapTest {

  @ParameterizedTest
  @EnumSource(FullHeap.Where.class)
  void nothingIsLost(FullHeap.Where where) throws Exception {
    Process process = start(where);
    try {
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(process.waitFor(20, TimeUnit.SECONDS), output);
      assertTrue(output.endsWith("ended well" + System.lineSeparator()), output);
    } finally {
      process.destroyForcibly();
    }
  }

  private static Process start(FullHeap.Where where) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath =
        Stream.of(FullHeap.class, BoundedPool.class, TaskExecutor.class)
            .map(EndOfHeapTest::origin)
            .collect(Collectors.joining(File.pathSeparator));
    ProcessBuilder builder =
        new ProcessBuilder(
            java,
            "-Xmx24m",
            "-XX:+UseSerialGC",
            "-Xlog:disable",
            "-cp",
            classPath,
            FullHeap.class.getName(),
            where.name());
    builder.environment().remove("JAVA_TOOL_OPTIONS"); // which is reported in the output
    return builder.redirectErrorStream(true).start();
  }

  private static String origin(Class<?> type) {
    return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath()).toString();
  }
}
