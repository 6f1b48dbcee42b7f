package dev.gauntlet.stress.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A run of races, from their choice to their verdicts.
 *
 * {@snippet lang="java" :
 * StressRun run = StressRun.builder().mode(StressMode.QUICK).directory(directory).build();
 * StressReport report = run.run((done, planned, failed) -> show(done, planned));
 * }
 */
public final class StressRun {
  private static final Duration START = Duration.ofMinutes(1);

  private final StressMode mode;
  private final List<RaceTest> tests;
  private final Path directory;
  private final int processors;

  private StressRun(StressMode mode, List<RaceTest> tests, Path directory, int processors) {
    this.mode = mode;
    this.tests = tests;
    this.directory = directory;
    this.processors = processors;
  }

  /** Returns a builder: all subjects, the races of the mode, mode QUICK. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns what was asked for, controls included. What has more actors than the machine has
   * processors is not run, and the report says so.
   */
  public List<RaceTest> tests() {
    return tests;
  }

  /**
   * Runs the races and judges them. The log, jcstress's own results and its pages are left in the
   * directory.
   *
   * @throws StressFailedException if the run does not end, or leaves no results that can be read
   */
  public StressReport run(StressListener listener) {
    long start = System.nanoTime();
    Path results = emptyDirectory();
    List<RaceTest> fitting = tests.stream().filter(test -> test.fits(processors)).toList();
    int planned = runPasses(fitting, results, listener);
    List<Path> folders = mode.passes().stream().map(pass -> results.resolve(pass.name())).toList();
    List<Sampling> samplings = ResultReader.read(folders);
    ensureComplete(planned, samplings, results);
    List<RaceResult> judged = new Gate(mode.leastSamples(), processors).judge(tests, samplings);
    return new StressReport(mode, Duration.ofNanos(System.nanoTime() - start).toSeconds(), judged);
  }

  /** Returns in how many JVMs the tests were to be run. */
  private int runPasses(List<RaceTest> tests, Path results, StressListener listener) {
    int expected = mode.passes().stream().mapToInt(pass -> pass.jvms(tests)).sum();
    int planned = 0;
    int ended = 0;
    for (Pass pass : mode.passes()) {
      List<RaceTest> chosen = pass.of(tests);
      if (!chosen.isEmpty()) {
        int before = ended;
        StressListener sum =
            (done, all, failed) -> listener.progressed(before + done, expected, failed);
        planned += run(pass, chosen, results, sum);
        ended += pass.jvms(tests);
      }
    }
    return Math.max(planned, expected);
  }

  private int run(Pass pass, List<RaceTest> tests, Path results, StressListener listener) {
    Path folder = newDirectory(results.resolve(pass.name()));
    Duration limit = START.plus(mode.longestTest().multipliedBy(tests.size()));
    return new RaceJvm(folder, listener).run(tests, pass.arguments(), limit);
  }

  private Path newDirectory(Path path) {
    try {
      return Files.createDirectory(path);
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  private StressFailedException cannotWrite(IOException e) {
    return new StressFailedException("cannot write to " + directory + ": " + e.getMessage(), e);
  }

  /** A race is run in several JVMs: those that left a result do not stand for one that did not. */
  static void ensureComplete(int planned, List<Sampling> samplings, Path results) {
    int left = samplings.stream().mapToInt(sampling -> sampling.jvms().size()).sum();
    if (left < planned) {
      throw new StressFailedException(
          "of %d JVMs %d left no result; see %s in %s"
              .formatted(planned, planned - left, RaceJvm.LOG, results),
          null);
    }
  }

  /** Results of an earlier run in the same place would be taken for those of this one. */
  private Path emptyDirectory() {
    try {
      Files.createDirectories(directory);
      return Files.createTempDirectory(directory, "jcstress-").toAbsolutePath();
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  /** Collects the choices. */
  public static final class Builder {
    private StressMode mode = StressMode.QUICK;
    private Set<String> races = Set.of();
    private Set<String> subjects = Set.of();
    private @Nullable Path directory;
    private int processors = Runtime.getRuntime().availableProcessors();

    private Builder() {}

    /** Sets the mode. */
    public Builder mode(StressMode mode) {
      this.mode = mode;
      return this;
    }

    /** Sets the races by name, in any mode; none: those of the mode. */
    public Builder races(Collection<String> races) {
      this.races = Set.copyOf(races);
      return this;
    }

    /** Sets the subjects by name; none: all. The controls of the races are run in any case. */
    public Builder subjects(Collection<String> subjects) {
      this.subjects = Set.copyOf(subjects);
      return this;
    }

    /** Sets the directory in which a new one is made for the results; required. */
    public Builder directory(Path directory) {
      this.directory = directory;
      return this;
    }

    /** Sets how many processors there are; default: those of this JVM. */
    Builder processors(int processors) {
      this.processors = processors;
      return this;
    }

    /**
     * Chooses the tests.
     *
     * @throws StressUsageException if a name is unknown, no race fits, or this machine has too few
     *     processors for any of them
     */
    public StressRun build() {
      if (directory == null) {
        throw new IllegalStateException("directory is not set");
      }
      List<RaceTest> chosen = RaceCatalog.read().choose(mode, races, subjects);
      if (chosen.stream().noneMatch(test -> test.fits(processors))) {
        throw new StressUsageException(
            "not run here: %s with %d actors, and %d processors are there"
                .formatted(chosen.getFirst().race(), chosen.getFirst().actors(), processors));
      }
      return new StressRun(mode, chosen, directory, processors);
    }
  }
}
