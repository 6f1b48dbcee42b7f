package dev.gauntlet.cli;

import dev.gauntlet.reports.export.RacesExport;
import dev.gauntlet.reports.record.RaceMatrix;
import dev.gauntlet.stress.run.OutcomeCount;
import dev.gauntlet.stress.run.RaceResult;
import dev.gauntlet.stress.run.StressMode;
import dev.gauntlet.stress.run.StressReport;
import dev.gauntlet.stress.run.StressRun;
import dev.gauntlet.stress.run.StressUsageException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Races. */
@Command(
    name = "stress",
    description = {
      "Runs the jcstress races over the implementations.",
      "Each race has a control, a weakened subject that has to show the bug. The default is the",
      "quick mode; --smoke takes the few races that decide most."
    },
    mixinStandardHelpOptions = true)
final class StressCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @ArgGroup(exclusive = true)
  private @Nullable Extent extent;

  @Option(
      names = "--race",
      split = ",",
      completionCandidates = Completions.OfRaces.class,
      paramLabel = "RACE",
      description = "Only these races, such as CompleteVsCancelRace.")
  private List<String> races = List.of();

  @Option(
      names = "--subject",
      split = ",",
      completionCandidates = Completions.OfImplementations.class,
      paramLabel = "SUBJECT",
      description = "Only these implementations; the controls run in any case.")
  private List<String> subjects = List.of();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "Where stress.json and jcstress's own pages go; default: a new one in runs/.")
  private @Nullable Path output;

  @Option(names = "--json", description = "Print stress.json instead of the table.")
  private boolean json;

  @Mixin private TableOptions tables;

  StressCommand() {}

  /** How long each race is run. */
  static final class Extent {
    @Option(names = "--smoke", description = "The few races that decide most; about 2 minutes.")
    private boolean smoke;

    @SuppressWarnings("UnusedVariable") // the mode that is left when the others are not chosen
    @Option(
        names = "--quick",
        description = "All races, each in one JVM; about half an hour on 2 CPUs.")
    private boolean quick;

    @Option(
        names = "--full",
        description = "All races, compiled in every way; about 1.5 hours on 2 CPUs.")
    private boolean full;

    Extent() {}

    StressMode mode() {
      if (full) {
        return StressMode.FULL;
      }
      return smoke ? StressMode.VERIFY : StressMode.QUICK;
    }
  }

  @Override
  public Integer call() {
    Path directory = output == null ? OutputFolders.fresh("stress", Instant.now()) : output;
    StressRun run = plan(directory);
    OutputFolders.create(directory);
    Instant startedAt = Instant.now();
    StressProgress progress = new StressProgress(spec.commandLine().getErr());
    StressReport report = run.run(progress);
    progress.done();
    RaceMatrix matrix = RaceRecords.matrix(startedAt, SourceFolder.revision(), report);
    matrix.write(directory.resolve(RaceMatrix.FILE_NAME));
    tables.write(() -> RacesExport.markdown(matrix), () -> RacesExport.csv(matrix));
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(matrix.toJson());
    } else {
      print(report, directory, out);
    }
    out.flush();
    return report.isPassed() ? 0 : 1;
  }

  private StressRun plan(Path directory) {
    try {
      return StressRun.builder()
          .mode(extent == null ? StressMode.QUICK : extent.mode())
          .races(races)
          .subjects(subjects)
          .directory(directory)
          .build();
    } catch (StressUsageException mistake) {
      throw new UserException(mistake.getMessage());
    }
  }

  private static void print(StressReport report, Path directory, PrintWriter out) {
    out.printf("%-32s %-22s %12s  %s%n", "race", "subject", "samples", "verdict");
    for (RaceResult result : report.results()) {
      out.printf(
          "%-32s %-22s %12d  %s%n",
          result.race(), result.subject(), result.samples(), verdict(result));
    }
    for (RaceResult failure : report.failures()) {
      out.printf("%n%s of %s: %s%n", failure.race(), failure.subject(), failure.verdict());
      out.println("  rules: " + String.join(", ", failure.rules()));
      for (OutcomeCount outcome : failure.outcomes()) {
        out.printf(
            "  %12d %-12s %s: %s%n",
            outcome.count(), outcome.expectation(), outcome.id(), outcome.description());
      }
      failure.errors().forEach(error -> out.println("  " + error));
    }
    if (!report.leftOut().isEmpty()) {
      out.printf(
          "%n%d results are missing: races of three that cannot run here.%n",
          report.leftOut().size());
    }
    out.println();
    out.println("stress.json and jcstress's pages: " + directory);
  }

  private static String verdict(RaceResult result) {
    if (result.isLeftOut()) {
      return "not run here: " + String.join(", ", result.errors());
    }
    return result.isPassed() ? "ok" : result.verdict().name();
  }
}
