package dev.gauntlet.benchmarks.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is to be measured, and where the record goes. Immutable. */
public final class BenchOptions {
  private final Suite suite;
  private final List<String> subjects;
  private final List<String> scenarios;
  private final List<String> jmhFlags;
  private final int workers;
  private final int rounds;
  private final @Nullable Duration budget;
  private final @Nullable Long seed;
  private final Path runsDirectory;
  private final Path sources;
  private final @Nullable Path resume;

  private BenchOptions(Builder builder) {
    this.suite = builder.suite;
    this.subjects = builder.subjects;
    this.scenarios = builder.scenarios;
    this.jmhFlags = builder.jmhFlags;
    this.workers = builder.workers;
    this.rounds = builder.rounds;
    this.budget = builder.budget;
    this.seed = builder.seed;
    this.runsDirectory = builder.runsDirectory;
    this.sources = builder.sources;
    this.resume = builder.resume;
  }

  /** Returns a builder that holds the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns the suite; default: {@link Suite#DEFAULT}. */
  public Suite suite() {
    return suite;
  }

  /** Returns the names of the subjects; empty for those of the suite. */
  public List<String> subjects() {
    return subjects;
  }

  /** Returns the names of the scenarios; empty for those of the suite. */
  public List<String> scenarios() {
    return scenarios;
  }

  /** Returns flags of JMH that are passed through. */
  public List<String> jmhFlags() {
    return jmhFlags;
  }

  /** Returns the worker threads of each executor; 0 for one per available processor. */
  public int workers() {
    return workers;
  }

  /** Returns the number of rounds; 0 for that of the suite. */
  public int rounds() {
    return rounds;
  }

  /** Returns the time the rounds may take, or null for that of the suite. */
  public @Nullable Duration budget() {
    return budget;
  }

  /** Returns the seed of the order of the forks, or null for a new one. */
  public @Nullable Long seed() {
    return seed;
  }

  /** Returns where folders of runs are made; default: {@code runs}. */
  public Path runsDirectory() {
    return runsDirectory;
  }

  /** Returns a folder of the measured sources, to name their commit; default: the current one. */
  public Path sources() {
    return sources;
  }

  /** Returns the folder of the run that is to be finished, or null for a new run. */
  public @Nullable Path resume() {
    return resume;
  }

  /** Collects options. */
  public static final class Builder {
    private Suite suite = Suite.DEFAULT;
    private List<String> subjects = List.of();
    private List<String> scenarios = List.of();
    private List<String> jmhFlags = List.of();
    private int workers;
    private int rounds;
    private @Nullable Duration budget;
    private @Nullable Long seed;
    private Path runsDirectory = Path.of("runs");
    private Path sources = Path.of("");
    private @Nullable Path resume;

    private Builder() {}

    /** Sets the suite. */
    public Builder suite(Suite suite) {
      this.suite = suite;
      return this;
    }

    /** Names the subjects. */
    public Builder subjects(List<String> subjects) {
      this.subjects = List.copyOf(subjects);
      return this;
    }

    /** Names the scenarios. */
    public Builder scenarios(List<String> scenarios) {
      this.scenarios = List.copyOf(scenarios);
      return this;
    }

    /** Passes flags to JMH. */
    public Builder jmhFlags(List<String> jmhFlags) {
      this.jmhFlags = List.copyOf(jmhFlags);
      return this;
    }

    /**
     * Sets the worker threads of each executor.
     *
     * @throws BenchUsageException if it is less than 1
     */
    public Builder workers(int workers) {
      this.workers = atLeastOne(workers, "workers");
      return this;
    }

    /**
     * Sets the number of rounds, which is the number of forks of each cell.
     *
     * @throws BenchUsageException if it is less than 1
     */
    public Builder rounds(int rounds) {
      this.rounds = atLeastOne(rounds, "rounds");
      return this;
    }

    /**
     * Limits the time; whole rounds are measured, and two at least.
     *
     * @throws BenchUsageException if it is not positive
     */
    public Builder budget(Duration budget) {
      if (budget.isNegative() || budget.isZero()) {
        throw new BenchUsageException("the time budget must be positive: " + budget);
      }
      this.budget = budget;
      return this;
    }

    /** Sets the seed of the order of the forks. */
    public Builder seed(long seed) {
      this.seed = seed;
      return this;
    }

    /** Sets where folders of runs are made. */
    public Builder runsDirectory(Path runsDirectory) {
      this.runsDirectory = runsDirectory;
      return this;
    }

    /** Sets a folder of the measured sources. */
    public Builder sources(Path sources) {
      this.sources = sources;
      return this;
    }

    /** Finishes the run in that folder instead of starting one. */
    public Builder resume(Path runDirectory) {
      this.resume = runDirectory;
      return this;
    }

    /** Returns the options. */
    public BenchOptions build() {
      return new BenchOptions(this);
    }

    private static int atLeastOne(int value, String what) {
      if (value < 1) {
        throw new BenchUsageException(what + " must be 1 or more: " + value);
      }
      return value;
    }
  }
}
