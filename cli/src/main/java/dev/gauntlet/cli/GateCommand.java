package dev.gauntlet.cli;

import dev.gauntlet.benchmarks.pair.ArmRequest;
import dev.gauntlet.benchmarks.pair.KeptJars;
import dev.gauntlet.benchmarks.pair.OwnJar;
import dev.gauntlet.benchmarks.pair.PairRequest;
import dev.gauntlet.benchmarks.pair.PairSession;
import dev.gauntlet.benchmarks.run.BenchUnavailableException;
import dev.gauntlet.reports.gate.GateEnd;
import dev.gauntlet.reports.gate.GateHeader;
import dev.gauntlet.reports.gate.GateLog;
import dev.gauntlet.reports.gate.GateLogReader;
import dev.gauntlet.reports.gate.GateSettings;
import dev.gauntlet.reports.gate.Visibility;
import dev.gauntlet.reports.gate.output.GateReport;
import dev.gauntlet.reports.gate.output.Sight;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Judges a candidate against its base. */
@Command(
    name = "gate",
    description = {
      "Says whether a candidate is slower than its base: any two JMH jars, or two of our",
      "subjects. Measures pairs of adjacent forks in random order and stops a row when it is",
      "decided; errors hold over all rows. Ctrl-C keeps what was measured."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:nothing is slower than the tolerance allows, as far as was decided",
      "1:REGRESSED: something is",
      "2:bad use",
      "3:no answer: undecided with --strict, nothing decided, or it went wrong",
      "4:the machine is unfit: too busy, or in use by another run",
      "5:forks of the candidate fail, or all forks of a row do"
    },
    footer = {
      "",
      "Examples:",
      "  gauntlet gate --base main.jar --candidate change.jar",
      "  gauntlet gate --base a.jar --candidate b.jar --include Parser --time-box 15m",
      "  gauntlet gate --base a.jar --candidate b.jar --state gate.jsonl --resume",
      "  gauntlet gate --subjects jdk-fixed,lockfree --include RoundTrip -- -t 1"
    })
final class GateCommand implements Callable<Integer> {
  private static final Set<String> NOT_AGAIN = Set.of("--state", "--seed");

  @Spec private CommandSpec spec;

  @Option(names = "--base", paramLabel = "JAR", description = "The JMH jar known to be good.")
  private @Nullable Path base;

  @Option(names = "--candidate", paramLabel = "JAR", description = "The JMH jar to be judged.")
  private @Nullable Path candidate;

  @Option(
      names = "--subjects",
      split = ",",
      completionCandidates = Completions.OfSubjects.class,
      paramLabel = "NAME",
      description = "Instead of jars: two subjects of Gauntlet's benchmarks, base first.")
  private List<String> subjects = List.of();

  @Mixin private PairOptions pairs;
  @Mixin private JudgeOptions judge;
  @Mixin private OutputOptions outputs;

  @Option(
      names = "--strict",
      description = "Exit with 3 when a row is not decided, or its benchmark was changed.")
  private boolean strict;

  @Option(
      names = "--keep-jar",
      paramLabel = "DIR",
      description = {
        "Keep the base there under its SHA-256, for `gauntlet history` to measure it again;",
        "the " + KeptJars.MOST + " that were used last stay."
      })
  private @Nullable Path keptJars;

  GateCommand() {}

  @Override
  public Integer call() {
    Path state = pairs.state("gate");
    long seed = pairs.seed();
    try (PairSession session = session(state, seed)) {
      GateHeader header = session.header();
      @Nullable Sight sight = pairs.calibrations().sight(header).orElse(null);
      refuseUnseen(header, sight);
      keepBase();
      PairProgress progress = new PairProgress(spec.commandLine().getErr(), header);
      progress.announce(state, session.pairEstimate());
      GateEnd end = session.run(progress);
      GateLog log = GateLogReader.read(state);
      GateReport report = GateReport.of(log, again(header), sight);
      outputs.write(report, state, spec.commandLine().getOut());
      if (end.reason() != GateEnd.Reason.DONE) {
        spec.commandLine().getErr().println("to go on: " + resumption(state));
        spec.commandLine().getErr().flush();
      }
      return GateExit.of(report, strict);
    } catch (BenchUnavailableException unfit) {
      throw new UnfitException(unfit.getMessage());
    }
  }

  private void keepBase() {
    if (keptJars != null) {
      new KeptJars(keptJars).keep(arm(0, base, "--base").jar());
    }
  }

  /** With the automatic margin, the rows have to be known before the margin can be. */
  private PairSession session(Path state, long seed) {
    return PairSession.open(
        request(
            state,
            judge.isMarginAuto()
                ? judge.settings(visibleMargin(seed), seed, pairs.awake())
                : judge.settings(seed, pairs.awake())));
  }

  private double visibleMargin(long seed) {
    GateHeader rows =
        PairSession.preview(request(Path.of(""), judge.settings(seed, pairs.awake())));
    Double margin =
        pairs
            .calibrations()
            .sight(rows)
            .map(sight -> Visibility.commonMargin(sight.rows()))
            .orElse(null);
    if (margin == null) {
      throw new UserException(
          "--margin auto needs a calibration of these rows on this machine: run"
              + " `gauntlet calibrate`");
    }
    return margin;
  }

  private void refuseUnseen(GateHeader header, @Nullable Sight sight) {
    if (sight != null && sight.objections().isEmpty() && !judge.takesUnseen()) {
      String refusal = sight.refusal(header);
      if (refusal != null) {
        throw new UserException(refusal);
      }
    }
  }

  private PairRequest request(Path state, GateSettings settings) {
    ArmRequest baseArm = arm(0, base, "--base");
    ArmRequest candidateArm = arm(1, candidate, "--candidate");
    return new PairRequest(
        GateHeader.Purpose.GATE,
        baseArm,
        candidateArm,
        pairs.include(),
        pairs.rows(),
        settings,
        pairs.jmhFlags(),
        pairs.timeBox(),
        state,
        pairs.resume(),
        pairs.jdk());
  }

  private ArmRequest arm(int index, @Nullable Path jar, String option) {
    if (subjects.isEmpty()) {
      if (jar == null) {
        throw new UserException(option + " JAR is missing, or --subjects BASE,CANDIDATE");
      }
      return ArmRequest.of(jar);
    }
    if (jar != null) {
      throw new UserException("--subjects and " + option + " exclude each other");
    }
    if (subjects.size() != 2) {
      throw new UserException(
          "--subjects takes two names, the base first, as in jdk-fixed,lockfree");
    }
    String subject = SubjectNames.known(subjects.get(index));
    return new ArmRequest(subject, OwnJar.find(), Map.of("subject", subject));
  }

  private Arguments given() {
    return new Arguments(spec.root().commandLine().getParseResult().originalArgs());
  }

  private String again(GateHeader header) {
    return given()
        .withoutFlag("--resume")
        .without(NOT_AGAIN)
        .with("--seed", String.valueOf(header.settings().seed()))
        .command();
  }

  private String resumption(Path state) {
    return given()
        .withoutFlag("--resume")
        .without(Set.of("--state"))
        .with("--state", state.toString(), "--resume")
        .command();
  }
}
