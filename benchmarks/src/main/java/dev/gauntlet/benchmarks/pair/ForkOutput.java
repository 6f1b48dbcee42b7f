package dev.gauntlet.benchmarks.pair;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What one fork printed: a file that is kept when the fork failed. */
record ForkOutput(Path file) {
  private static final int CHUNK = 8192;
  private static final Pattern COMPLAINT =
      Pattern.compile(
          "(Exception in thread .*|[\\w.$]*(Exception|Error)\\b.*|Error: .*|ERROR: .*)");

  private static final Pattern ITERATION = Pattern.compile("^(# Warmup )?Iteration +\\d+: ");

  /** What JMH says of every fork that failed. */
  private static final String GENERAL = "org.openjdk.jmh.runner.RunnerException";

  /** Copies the output to the file and passes it on as it comes, until it ends. */
  void copy(InputStream in, IterationWatch watch) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    byte[] chunk = new byte[CHUNK];
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
        watch.accept(new String(chunk, 0, n, StandardCharsets.ISO_8859_1));
        out.write(chunk, 0, n);
      }
    }
  }

  /** Returns the first line that looks like a complaint, or the last line. */
  String complaint() {
    try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
      List<String> printed =
          lines
              .map(line -> ITERATION.matcher(line).replaceFirst("").strip())
              .filter(line -> !line.isEmpty())
              .toList();
      return printed.stream()
          .filter(COMPLAINT.asMatchPredicate())
          .filter(line -> !line.contains(GENERAL))
          .findFirst()
          .orElse(printed.isEmpty() ? "it printed nothing" : printed.getLast());
    } catch (IOException e) {
      return "its output cannot be read";
    }
  }

  void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // it is in nobody's way
    }
  }
}
