package dev.gauntlet.cli;

import dev.gauntlet.benchmarks.pair.ArmRequest;
import dev.gauntlet.benchmarks.pair.PairRequest;
import dev.gauntlet.benchmarks.pair.PairSession;
import dev.gauntlet.benchmarks.run.BenchUnavailableException;
import dev.gauntlet.reports.gate.Calibration;
import dev.gauntlet.reports.gate.Calibrator;
import dev.gauntlet.reports.gate.GateEnd;
import dev.gauntlet.reports.gate.GateHeader;
import dev.gauntlet.reports.gate.GateLog;
import dev.gauntlet.reports.gate.GateLogReader;
import dev.gauntlet.reports.gate.GateSettings;
import dev.gauntlet.reports.gate.RowCalibration;
import dev.gauntlet.reports.gate.output.CalibrationExport;
import dev.gauntlet.reports.gate.output.CalibrationText;
import dev.gauntlet.reports.gate.output.GateReport;
import dev.gauntlet.reports.record.AtomicFiles;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Learns what a machine can see. */
@Command(
    name = "calibrate",
    description = {
      "Measures the same jar in both arms: what differs is the machine alone.",
      "Every row gets all its pairs; a REGRESSED here is a false alarm. Then slow-downs are",
      "injected into what was measured, and the least that the gate would find is stored."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example:",
      "  gauntlet calibrate --jar main.jar --time-box 2h --state calibration.jsonl --resume"
    })
final class CalibrateCommand implements Callable<Integer> {
  private static final int REPETITIONS = 1000;

  @Spec private CommandSpec spec;

  @Option(names = "--jar", required = true, paramLabel = "JAR", description = "A JMH jar.")
  private Path jar = Path.of("");

  @Option(
      names = "--powers-csv",
      paramLabel = "FILE",
      description = "Also write what would be seen of which slow-down as CSV.")
  private @Nullable Path powersCsv;

  @Option(
      names = "--powers-markdown",
      paramLabel = "FILE",
      description = "The same as a Markdown table.")
  private @Nullable Path powersMarkdown;

  @Mixin private PairOptions pairs;
  @Mixin private JudgeOptions judge;
  @Mixin private OutputOptions outputs;

  CalibrateCommand() {}

  @Override
  public Integer call() {
    Path state = pairs.state("calibrate");
    try (PairSession session = PairSession.open(request(state))) {
      PairProgress progress = new PairProgress(spec.commandLine().getErr(), session.header());
      progress.announce(state, session.pairEstimate());
      GateEnd end = session.run(progress);
      Arguments given = new Arguments(spec.root().commandLine().getParseResult().originalArgs());
      GateLog log = GateLogReader.read(state);
      Calibration calibration = Calibrator.calibrate(log, REPETITIONS);
      outputs.write(GateReport.of(log, given.command(), null), state, spec.commandLine().getOut());
      PrintWriter out =
          outputs.printsJson() ? spec.commandLine().getErr() : spec.commandLine().getOut();
      out.print(CalibrationText.of(calibration));
      boolean stored = store(log.header(), calibration, out);
      export(calibration);
      out.flush();
      return stored && end.reason() == GateEnd.Reason.DONE ? GateExit.PASS : GateExit.NO_ANSWER;
    } catch (BenchUnavailableException unfit) {
      throw new UnfitException(unfit.getMessage());
    }
  }

  private void export(Calibration calibration) {
    if (powersCsv != null) {
      AtomicFiles.write(powersCsv, CalibrationExport.csv(calibration));
    }
    if (powersMarkdown != null) {
      AtomicFiles.write(powersMarkdown, CalibrationExport.markdown(calibration));
    }
  }

  /** What says nothing does not take the place of what does. */
  private boolean store(GateHeader header, Calibration calibration, PrintWriter out) {
    if (!calibration.isEnough()) {
      out.println("not stored: no row has " + RowCalibration.ENOUGH + " undisturbed pairs");
      return false;
    }
    pairs.calibrations().store(header, calibration);
    out.println("stored  " + pairs.calibrations().file(header));
    return true;
  }

  private GateSettings settings() {
    GateSettings settings = judge.settings(pairs.seed(), pairs.awake());
    if (settings.looks().getLast() < RowCalibration.ENOUGH) {
      throw new UserException(
          "--pairs must be " + RowCalibration.ENOUGH + " or more: fewer say nothing of a row");
    }
    return settings;
  }

  private PairRequest request(Path state) {
    return new PairRequest(
        GateHeader.Purpose.CALIBRATE,
        new ArmRequest("A", jar, Map.of()),
        new ArmRequest("A again", jar, Map.of()),
        pairs.include(),
        pairs.rows(),
        settings(),
        pairs.jmhFlags(),
        pairs.timeBox(),
        state,
        pairs.resume(),
        pairs.jdk());
  }
}
