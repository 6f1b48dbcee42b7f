package dev.gauntlet.cli;

import dev.gauntlet.benchmarks.run.StopOnExit;
import dev.gauntlet.reports.record.AtomicFiles;
import dev.gauntlet.soak.Hang;
import dev.gauntlet.soak.Implementations;
import dev.gauntlet.soak.SoakOptions;
import dev.gauntlet.soak.SoakReport;
import dev.gauntlet.soak.SoakRun;
import dev.gauntlet.soak.SoakUsageException;
import dev.gauntlet.soak.SubjectReport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Soaks. */
@Command(
    name = "soak",
    description = {
      "Lets the implementations run under random operations and faults.",
      "Every task and every callback is accounted for, every wait is bounded, and the memory",
      "in use has to stay flat. Ctrl-C prints what was done so far."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:nothing was lost, nothing hung, no memory was kept",
      "1:something broke",
      "2:bad use"
    },
    footer = {
      "",
      "Examples:",
      "  gauntlet soak --minutes 60",
      "  gauntlet soak --subject locking --seed 42 --epoch 17"
    })
final class SoakCommand implements Callable<Integer> {
  private static final Duration GRACE = Duration.ofMinutes(1);
  private static final double DEFAULT_MINUTES = 4;
  private static final double MOST_MINUTES = 60 * 24 * 365;

  @Spec private CommandSpec spec;

  @Option(
      names = "--minutes",
      paramLabel = "N",
      description = "How long, in all; 0.5 is half a minute. Default: 4.")
  private double minutes = DEFAULT_MINUTES;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "What the operations are drawn from; printed with each run.")
  private @Nullable Long seed;

  @Option(
      names = "--epoch",
      paramLabel = "N",
      description = "Begin with this epoch, to see again what it broke; default: 0.")
  private long epoch;

  @Option(
      names = "--subject",
      split = ",",
      completionCandidates = Completions.OfImplementations.class,
      paramLabel = "NAME",
      description = "Only these implementations.")
  private List<String> subjects = List.of();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "Where soak.json goes; default: a new folder in runs/.")
  private @Nullable Path output;

  @Option(names = "--json", description = "Print soak.json instead of the table.")
  private boolean json;

  @Mixin private TableOptions tables;

  SoakCommand() {}

  @Override
  public Integer call() throws InterruptedException {
    SoakOptions options = options();
    SoakRun run = new SoakRun(options);
    Instant startedAt = Instant.now();
    Path directory = output == null ? OutputFolders.fresh("soak", startedAt) : output;
    OutputFolders.create(directory);
    StopOnExit stopOnExit = new StopOnExit(run::stop, GRACE);
    try {
      SoakProgress progress = new SoakProgress(spec.commandLine().getErr());
      progress.begin(options);
      SoakReport report = run.run(progress);
      progress.done();
      SoakRecord record = SoakRecord.of(startedAt, SourceFolder.revision(), report);
      AtomicFiles.write(directory.resolve(SoakRecord.FILE), record.toJson() + "\n");
      tables.write(() -> SoakTables.markdown(report), () -> SoakTables.csv(report));
      print(record, directory);
      return report.isPassed() ? 0 : 1;
    } finally {
      stopOnExit.close();
    }
  }

  private SoakOptions options() {
    if (!(minutes > 0 && minutes <= MOST_MINUTES)) {
      throw new UserException("--minutes must be more than 0, and no more than a year: " + minutes);
    }
    try {
      return new SoakOptions(
          Implementations.named(subjects),
          Duration.ofMillis(Math.max(1, Math.round(minutes * 60_000))),
          seed == null ? new SplittableRandom().nextInt(Integer.MAX_VALUE) : seed,
          epoch,
          SoakOptions.PATIENCE);
    } catch (SoakUsageException mistake) {
      throw new UserException(mistake.getMessage());
    }
  }

  private void print(SoakRecord record, Path directory) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(record.toJson());
    } else {
      new SoakText(record.soak()).print(out);
      out.println("record  " + directory.resolve(SoakRecord.FILE));
    }
    out.flush();
    record.soak().subjects().forEach(this::printHang);
  }

  private void printHang(SubjectReport subject) {
    Hang hang = subject.hang();
    if (hang != null) {
      PrintWriter err = spec.commandLine().getErr();
      err.println("All threads, when " + subject.subject() + " hung: " + hang.doing());
      err.println(hang.threads());
      err.flush();
    }
  }
}
