package dev.gauntlet.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What every command that measures pairs takes. */
final class PairOptions {
  private static final int MOST_SEEDS = 100_000;

  @Option(
      names = "--include",
      paramLabel = "REGEX",
      defaultValue = "",
      description = "Only benchmarks with this in their names.")
  private String include = "";

  @Option(
      names = "--row",
      paramLabel = "NAME",
      description = {
        "Only this row, by its full name such as 'x.Y.method avgt size=1 x4': mode, all",
        "parameters, threads. May be given several times."
      })
  private List<String> rows = List.of();

  @Option(
      names = "--time-box",
      paramLabel = "TIME",
      converter = TimeSpan.class,
      defaultValue = "30m",
      description = "Start no pair that would end later, such as 25m; default: ${DEFAULT-VALUE}.")
  private Duration timeBox = Duration.ZERO;

  @Option(
      names = "--state",
      paramLabel = "FILE",
      description = "The log, written after each fork; default: a new one in runs/.")
  private @Nullable Path state;

  @Option(names = "--resume", description = "Go on with the log when it is there.")
  private boolean resume;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "The seed of every order and coin; printed with each run.")
  private @Nullable Long seed;

  @Option(
      names = "--awake",
      description = "Keep idle processors awake in both arms: for hand-off between threads.")
  private boolean awake;

  @Option(
      names = "--jdk",
      paramLabel = "HOME",
      description = "The JDK of the forks; default: the one that runs this.")
  private @Nullable Path jdk;

  @Option(
      names = "--calibrations",
      paramLabel = "DIR",
      defaultValue = "runs/calibrations",
      description = "Where calibrations of machines are kept; default: ${DEFAULT-VALUE}.")
  private Path calibrations = Path.of("");

  @Parameters(
      arity = "0..*",
      paramLabel = "JMH",
      description = "After --: flags for JMH, for both arms.")
  private List<String> jmhFlags = List.of();

  PairOptions() {}

  Pattern include() {
    if (!include.isEmpty() && !rows.isEmpty()) {
      throw new UserException("--include and --row exclude each other");
    }
    return Regex.of("--include", include);
  }

  List<String> rows() {
    return rows;
  }

  Duration timeBox() {
    return timeBox;
  }

  /** Returns the log, for a run of that kind which starts now. */
  Path state(String kind) {
    if (state != null) {
      return state;
    }
    if (resume) {
      throw new UserException("--resume needs --state FILE, the log to go on with");
    }
    return OutputFolders.fresh(kind, Instant.now()).resolve(kind + ".jsonl");
  }

  boolean resume() {
    return resume;
  }

  long seed() {
    return seed == null ? ThreadLocalRandom.current().nextInt(1, MOST_SEEDS) : seed;
  }

  boolean awake() {
    return awake;
  }

  @Nullable Path jdk() {
    return jdk;
  }

  Calibrations calibrations() {
    return new Calibrations(calibrations);
  }

  List<String> jmhFlags() {
    return jmhFlags;
  }
}
