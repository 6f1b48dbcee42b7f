package dev.gauntlet.stress.run;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The JVM in which jcstress runs; it forks others for the tests. */
final class RaceJvm {
  /** For JNA, which jcstress loads in every fork. */
  static final String NATIVE_ACCESS = "--enable-native-access=ALL-UNNAMED";

  static final String LOG = "jcstress.log";

  private static final Duration LOOK = Duration.ofMillis(500);
  private static final Pattern PROGRESS =
      Pattern.compile(
          "Results: (\\d+) planned; (\\d+) passed, (\\d+) failed, (\\d+) soft errs, (\\d+) hard");

  private final Path directory;
  private final StressListener listener;
  private int planned;

  RaceJvm(Path directory, StressListener listener) {
    this.directory = directory;
    this.listener = listener;
  }

  /**
   * Runs the tests to their end. The exit status of jcstress is not looked at: the results are.
   *
   * @return how many JVMs jcstress has planned; 0 if it has not said so
   * @throws StressFailedException if it takes longer than the limit or cannot be started
   */
  int run(List<RaceTest> tests, List<String> arguments, Duration limit) {
    try {
      Process process = start(tests, arguments);
      Thread hook = new Thread(() -> kill(process));
      Runtime.getRuntime().addShutdownHook(hook);
      try {
        await(process, limit);
        return planned;
      } finally {
        kill(process);
        remove(hook);
      }
    } catch (IOException e) {
      throw new StressFailedException("jcstress cannot be started: " + e.getMessage(), e);
    }
  }

  private Process start(List<RaceTest> tests, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(NATIVE_ACCESS);
    command.add("-Djcstress.console.printIntervalMs=1000");
    command.add("-cp");
    command.add(absolute(System.getProperty("java.class.path")));
    command.add("org.openjdk.jcstress.Main");
    command.addAll(List.of("-t", filter(tests), "-r", "html"));
    command.addAll(arguments);
    return new ProcessBuilder(command)
        .directory(directory.toFile())
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve(LOG).toFile())
        .start();
  }

  /** The working directory of the child is another one. */
  private static String absolute(String classPath) {
    return Stream.of(classPath.split(File.pathSeparator, -1))
        .filter(entry -> !entry.isEmpty())
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String filter(List<RaceTest> tests) {
    return tests.stream()
        .map(test -> Pattern.quote(test.name()))
        .collect(Collectors.joining("|", "^(", ")$"));
  }

  private void await(Process process, Duration limit) throws IOException {
    long start = System.nanoTime();
    int told = 0;
    try {
      while (!process.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
        told = tell(told);
        if (System.nanoTime() - start > limit.toNanos()) {
          throw new StressFailedException(
              "the races did not end within %d s; see %s"
                  .formatted(limit.toSeconds(), directory.resolve(LOG)),
              null);
        }
      }
      tell(told);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while the races run");
    }
  }

  /** Tells of what has ended since; returns how many have ended. */
  private int tell(int told) throws IOException {
    Matcher line = PROGRESS.matcher(Files.readString(directory.resolve(LOG)));
    int done = told;
    int failed = 0;
    while (line.find()) {
      planned = Integer.parseInt(line.group(1));
      failed = Integer.parseInt(line.group(3)) + Integer.parseInt(line.group(5));
      done = failed + Integer.parseInt(line.group(2)) + Integer.parseInt(line.group(4));
    }
    if (done != told) {
      listener.progressed(done, planned, failed);
    }
    return done;
  }

  private static void kill(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private static void remove(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM ends: the hook does its work.
    }
  }
}
