package dev.gauntlet.reports.gate;

import dev.gauntlet.reports.gate.output.GateReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Reports of synthetic gates: every number in them is drawn from a seeded generator. */
public final class SampleReports {
  /** A name that is markup, a formula and a terminal's escape at once. */
  public static final String HOSTILE = "=a.<script>alert(1)</script>\u001b[31m\".\u202eb";

  private static final int PAIRS = 12;

  private SampleReports() {}

  /** One row as fast as its base, one 30 % slower, one too noisy to tell, one with a bad name. */
  public static GateReport mixed() {
    return GateReport.of(mixedLog(), "gauntlet gate --seed 42", null);
  }

  /** Writes the log of the same. */
  public static void writeMixed(Path file) {
    GateLog log = mixedLog();
    try (GateLogWriter writer = GateLogWriter.create(file, log.header())) {
      log.forks().forEach(writer::fork);
    }
  }

  private static GateLog mixedLog() {
    Random random = new Random(20010101);
    GateHeader header =
        SampleLogs.header("a.Parser.same", "a.Parser.slower", "a.Parser.noisy", HOSTILE);
    double[] changes = {1, 1.3, 1.02, 1};
    double[] noise = {0.004, 0.004, 0.2, 0.004};
    List<GateFork> forks = new ArrayList<>();
    for (int pair = 0; pair < PAIRS; pair++) {
      for (int row = 0; row < changes.length; row++) {
        double base = 100 * Math.exp(noise[row] * random.nextGaussian());
        double candidate = 100 * changes[row] * Math.exp(noise[row] * random.nextGaussian());
        forks.add(SampleLogs.fork(row, pair, Arm.BASE, base));
        forks.add(SampleLogs.fork(row, pair, Arm.CANDIDATE, candidate));
      }
    }
    return new GateLog(header, forks, List.of(), null, List.of());
  }
}
