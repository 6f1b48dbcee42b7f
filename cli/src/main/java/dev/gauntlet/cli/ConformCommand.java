package dev.gauntlet.cli;

import dev.gauntlet.conformance.SpecRule;
import dev.gauntlet.conformance.Specification;
import dev.gauntlet.conformance.run.ConformanceRun;
import dev.gauntlet.reports.export.ConformanceExport;
import dev.gauntlet.reports.record.ConformanceMatrix;
import dev.gauntlet.spi.ExecutorProvider;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks the rules against the subjects. */
@Command(
    name = "conform",
    description = {
      "Checks the rules of SPEC.md against the subjects.",
      "Prints who keeps which rule; writes JSON and JUnit XML.",
      "Deviations of the peers that are known and listed do not fail the run. Peers run",
      "five at a time; what they break beyond the list has to show again alone."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all rules are kept, apart from known deviations",
      "1:a rule is broken",
      "2:bad use"
    })
final class ConformCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--subject",
      split = ",",
      completionCandidates = Completions.OfSubjects.class,
      paramLabel = "SUBJECT",
      description = "Only these subjects; see `gauntlet list`.")
  private List<String> subjects = List.of();

  @Option(
      names = "--rule",
      split = ",",
      completionCandidates = Completions.OfRules.class,
      paramLabel = "RULE",
      description = "Only these rules, such as C17.")
  private List<String> rules = List.of();

  @Option(
      names = "--jar",
      split = ":",
      paramLabel = "FILE",
      description = "The jar of somebody else's executor, then the jars it needs.")
  private List<Path> jars = List.of();

  @Option(
      names = "--provider",
      paramLabel = "CLASS",
      description = "Its provider; default: those the jar registers as services.")
  private @Nullable String provider;

  @Option(
      names = "--repeat",
      paramLabel = "N",
      description = {
        "Check so many times and count what is broken, each subject by itself; ends in",
        "conform-repeats.json, which is up to date after each round."
      })
  private @Nullable Integer repeat;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "Where conform.json and the JUnit XML go; default: a new one in runs/.")
  private @Nullable Path output;

  @Option(names = "--json", description = "Print conform.json instead of the matrix.")
  private boolean json;

  @Mixin private TableOptions tables;

  ConformCommand() {}

  @Override
  public Integer call() {
    ConformanceRun run = run();
    List<ExecutorProvider> chosen = chosenSubjects();
    if (repeat != null) {
      return repeated(repeat, run, chosen);
    }
    Instant startedAt = Instant.now();
    SubjectRuns runs = new SubjectRuns(run, spec.commandLine().getErr());
    List<SubjectResults> results = Quiet.call(() -> runs.of(chosen));
    ConformanceOutcome outcome = new ConformanceOutcome(startedAt, results);
    Path directory = directory(startedAt);
    outcome.write(directory);
    ConformanceMatrix matrix = outcome.matrix();
    tables.write(() -> ConformanceExport.markdown(matrix), () -> ConformanceExport.csv(matrix));
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(matrix.toJson());
    } else {
      new ConformanceText(outcome, this::optionsFor).print(out, directory);
    }
    out.flush();
    return outcome.isKept() ? 0 : 1;
  }

  private int repeated(int rounds, ConformanceRun run, List<ExecutorProvider> chosen) {
    if (rounds < 1) {
      throw new UserException("--repeat " + rounds + ": it takes one run at least");
    }
    if (tables.isAnyAsked()) {
      throw new UserException("--repeat has no table to write; " + RepeatedRecord.FILE + " counts");
    }
    Path directory = directory(Instant.now());
    OutputFolders.create(directory);
    RepeatedRuns runs = new RepeatedRuns(run, rounds, directory);
    RepeatedRecord record = Quiet.call(() -> runs.of(chosen, spec.commandLine().getErr()));
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(record.toJson());
    } else {
      RepeatedText.print(record, out);
      out.printf("%n%s: %s%n", RepeatedRecord.FILE, directory);
    }
    out.flush();
    return record.isPassed() ? 0 : 1;
  }

  private Path directory(Instant startedAt) {
    return output == null ? OutputFolders.fresh("conform", startedAt) : output;
  }

  /** Returns the options that choose a subject again. */
  private String optionsFor(ExecutorProvider subject) {
    return jars.isEmpty()
        ? "--subject " + subject.name()
        : "--jar "
            + jars.stream().map(Path::toString).collect(Collectors.joining(":"))
            + " --provider "
            + subject.getClass().getName();
  }

  private ConformanceRun run() {
    if (rules.isEmpty()) {
      return ConformanceRun.ofAllRules();
    }
    Set<String> known = new LinkedHashSet<>();
    Specification.get().rules().stream()
        .filter(SpecRule::isTestable)
        .forEach(rule -> known.add(rule.id()));
    for (String rule : rules) {
      if (!known.contains(rule)) {
        throw UserException.unknown("rule", rule, known);
      }
    }
    ConformanceRun run = ConformanceRun.ofRules(Set.copyOf(rules));
    if (run.size() == 0) {
      throw new UserException("no test checks " + String.join(", ", rules));
    }
    return run;
  }

  private List<ExecutorProvider> chosenSubjects() {
    if (jars.isEmpty()) {
      if (provider != null) {
        throw new UserException("--provider names a class in a jar; add --jar FILE");
      }
      return Subjects.named(subjects);
    }
    if (!subjects.isEmpty()) {
      throw new UserException("--subject and --jar exclude each other");
    }
    return ForeignProvider.load(jars, provider);
  }
}
