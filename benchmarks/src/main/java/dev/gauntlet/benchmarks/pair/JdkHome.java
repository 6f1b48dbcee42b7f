package dev.gauntlet.benchmarks.pair;

import dev.gauntlet.benchmarks.environment.Facts;
import dev.gauntlet.benchmarks.run.BenchUsageException;
import dev.gauntlet.reports.record.Jdk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The JDK of the forks.
 *
 * @param java its program
 * @param jdk what it says about itself
 */
record JdkHome(Path java, Jdk jdk) {
  private static final Pattern PROPERTY = Pattern.compile("\\s+([\\w.]+) = (.*)");

  /**
   * Asks a JDK who it is.
   *
   * @param home its folder; null for the JDK of this JVM
   * @throws BenchUsageException if there is none
   */
  static JdkHome of(@Nullable Path home) {
    if (home == null) {
      return new JdkHome(Path.of(System.getProperty("java.home"), "bin", "java"), Facts.jdk());
    }
    Path java = home.resolve("bin").resolve("java");
    if (!Files.isExecutable(java)) {
      throw new BenchUsageException("no JDK in " + home + ": there is no bin/java");
    }
    return new JdkHome(java, ask(java));
  }

  private static Jdk ask(Path java) {
    try {
      Process process =
          new ProcessBuilder(java.toString(), "-XshowSettings:properties", "-version")
              .redirectErrorStream(true)
              .start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return jdk(java, said.lines().toList());
    } catch (IOException e) {
      throw new BenchUsageException(java + " cannot be run: " + e.getMessage());
    }
  }

  private static Jdk jdk(Path java, List<String> lines) {
    Map<String, String> properties =
        lines.stream()
            .map(PROPERTY::matcher)
            .filter(Matcher::matches)
            .collect(
                Collectors.toMap(
                    property -> property.group(1), property -> property.group(2), (a, b) -> a));
    String version = properties.get("java.runtime.version");
    if (version == null) {
      throw new BenchUsageException(java + " does not say which version it is");
    }
    return new Jdk(
        properties.getOrDefault("java.vendor", "unknown"),
        version,
        properties.getOrDefault("java.vm.name", "unknown"));
  }
}
