package dev.gauntlet.benchmarks.pair;

import dev.gauntlet.benchmarks.environment.Facts;
import dev.gauntlet.benchmarks.environment.ToolVersion;
import dev.gauntlet.benchmarks.run.BenchUsageException;
import dev.gauntlet.reports.gate.Arm;
import dev.gauntlet.reports.gate.ArmInfo;
import dev.gauntlet.reports.gate.GateHeader;
import dev.gauntlet.reports.gate.GateRow;
import dev.gauntlet.reports.gate.GateSettings;
import dev.gauntlet.reports.record.RunRecordWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A request that was found to be possible.
 *
 * @param header the first line of its log
 * @param arms what the arms run
 * @param command how a fork is measured
 */
record PairPlan(GateHeader header, Map<Arm, ProcessForkRunner.ArmJar> arms, ForkCommand command) {
  private static final Duration TYPICAL_START = Duration.ofMillis(1200);

  /**
   * Looks into the jars.
   *
   * @throws BenchUsageException if something is missing, or there is nothing that both arms measure
   */
  static PairPlan of(PairRequest request, Instant now) {
    PairFlags flags = PairFlags.parse(request.jmhFlags());
    JmhJar base = JmhJar.open(request.base().jar());
    JmhJar candidate =
        request.candidate().jar().equals(request.base().jar())
            ? base
            : JmhJar.open(request.candidate().jar());
    RowMatch rows = rows(request, flags, base, candidate);
    JdkHome jdk = JdkHome.of(request.jdk());
    GateSettings settings = with(flags, request.settings());
    GateHeader header =
        new GateHeader(
            GateHeader.SCHEMA,
            RunRecordWriter.runId(
                now, request.purpose() == GateHeader.Purpose.GATE ? "gate" : "aa"),
            request.purpose(),
            now,
            ToolVersion.get(),
            info(request.base(), base),
            info(request.candidate(), candidate),
            settings,
            rows.common(),
            rows.added(),
            rows.removed(),
            changed(rows.common(), base, candidate),
            Facts.ofThisMachine().machine(),
            jdk.jdk(),
            flags.jvmFlags());
    return new PairPlan(
        header,
        Map.of(
            Arm.BASE, new ProcessForkRunner.ArmJar(base, request.base().params()),
            Arm.CANDIDATE, new ProcessForkRunner.ArmJar(candidate, request.candidate().params())),
        new ForkCommand(jdk.java(), settings, flags));
  }

  private static RowMatch rows(
      PairRequest request, PairFlags flags, JmhJar base, JmhJar candidate) {
    TreeSet<String> armParams = new TreeSet<>(request.base().params().keySet());
    armParams.addAll(request.candidate().params().keySet());
    if (!request.rows().isEmpty()) {
      NamedRows named = new NamedRows(request.rows(), armParams);
      named.check(request.jmhFlags(), base, candidate);
      return match(request, base, named.of(base), named.of(candidate));
    }
    RowList list = new RowList(flags, armParams);
    return match(
        request, base, list.of(base, request.include()), list.of(candidate, request.include()));
  }

  private static RowMatch match(
      PairRequest request, JmhJar base, List<GateRow> ofBase, List<GateRow> ofCandidate) {
    RowMatch match = RowMatch.of(ofBase, ofCandidate);
    if (match.common().isEmpty()) {
      throw new BenchUsageException(nothing(request, base, ofBase, ofCandidate));
    }
    return match;
  }

  private static List<GateRow> changed(List<GateRow> rows, JmhJar base, JmhJar candidate) {
    if (base.sha256().equals(candidate.sha256())) {
      return List.of();
    }
    BenchmarkCode before = new BenchmarkCode(base.file());
    BenchmarkCode after = new BenchmarkCode(candidate.file());
    return rows.stream().filter(row -> after.differs(row.benchmark(), before)).toList();
  }

  private static String nothing(
      PairRequest request, JmhJar base, List<GateRow> ofBase, List<GateRow> ofCandidate) {
    if (ofBase.isEmpty() && ofCandidate.isEmpty()) {
      return "--include "
          + request.include()
          + " is in the name of no benchmark; there are "
          + base.entries().stream().map(e -> e.getUsername()).distinct().limit(5).toList();
    }
    return "the jars have no benchmark in common: the base has "
        + ofBase.size()
        + " rows, such as "
        + example(ofBase)
        + ", the candidate "
        + ofCandidate.size()
        + ", such as "
        + example(ofCandidate);
  }

  private static String example(List<GateRow> rows) {
    return rows.isEmpty() ? "none" : rows.getFirst().benchmark();
  }

  private static ArmInfo info(ArmRequest arm, JmhJar jar) {
    return new ArmInfo(
        arm.label(),
        String.valueOf(jar.file().getFileName()),
        jar.sha256(),
        arm.params(),
        jar.commit());
  }

  private static GateSettings with(PairFlags flags, GateSettings given) {
    return given.withForks(
        flags.warmupIterations().orElse(given.warmupIterations()),
        flags.warmupMillis().orElse(given.warmupMillis()),
        flags.measurementIterations().orElse(given.measurementIterations()),
        flags.measurementMillis().orElse(given.measurementMillis()));
  }

  /** Returns the plan under the header of the log that is gone on with. */
  PairPlan resumed(GateHeader recorded) {
    return new PairPlan(
        recorded, arms, new ForkCommand(command.java(), recorded.settings(), command.flags()));
  }

  /** Returns what the iterations of a fork take. */
  Duration iterationTime() {
    GateSettings settings = header.settings();
    return Duration.ofMillis(
        settings.warmupIterations() * settings.warmupMillis()
            + settings.measurementIterations() * settings.measurementMillis());
  }

  /** Returns about what a pair takes. */
  Duration pairEstimate() {
    return iterationTime().plus(TYPICAL_START).multipliedBy(Arm.values().length);
  }
}
