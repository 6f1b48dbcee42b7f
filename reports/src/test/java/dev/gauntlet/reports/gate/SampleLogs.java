package dev.gauntlet.reports.gate;

import dev.gauntlet.reports.record.Jdk;
import dev.gauntlet.reports.record.Machine;
import dev.gauntlet.reports.record.RunRecordWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Small logs for tests. */
public final class SampleLogs {
  /** When they start. */
  public static final Instant START = Instant.parse("2026-11-22T13:40:05Z");

  private SampleLogs() {}

  /** A header with the given rows, all of mode {@code avgt} and one thread. */
  public static GateHeader header(String... benchmarks) {
    return new GateHeader(
        GateHeader.SCHEMA,
        "2026-11-22T134005Z-gate",
        GateHeader.Purpose.GATE,
        START,
        "0.1.0",
        new ArmInfo("main", "base.jar", "00ff", Map.of(), "4f1c2ab"),
        new ArmInfo("change", "candidate.jar", "11ee", Map.of(), null),
        settings(),
        List.of(benchmarks).stream().map(SampleLogs::row).toList(),
        List.of(row("a.B.added")),
        List.of(row("a.B.removed")),
        List.of(),
        new Machine("Linux", "6.1", "amd64", "model \"x\"", 2, 1L << 34, null, "kvm"),
        new Jdk("Eclipse Adoptium", "25.0.3+9", "OpenJDK 64-Bit Server VM"),
        List.of("-Xmx1g"));
  }

  /** The same header with rows whose benchmark differs between the arms. */
  public static GateHeader withChanged(GateHeader header, List<GateRow> changed) {
    return new GateHeader(
        header.schema(),
        header.id(),
        header.purpose(),
        header.startedAt(),
        header.tool(),
        header.base(),
        header.candidate(),
        header.settings(),
        header.rows(),
        header.added(),
        header.removed(),
        changed,
        header.machine(),
        header.jdk(),
        header.jvmFlags());
  }

  /** The defaults with one score. */
  public static GateSettings settings() {
    return new GateSettings(
        GateSettings.Plan.FULL,
        0.02,
        0.05,
        0.05,
        0.05,
        List.of(8, 10, 12, 16, 20, 24),
        6,
        List.of(GateSettings.Score.MEDIAN),
        5,
        400,
        6,
        400,
        10,
        0.5,
        false,
        false,
        42);
  }

  private static GateRow row(String benchmark) {
    return new GateRow(benchmark, "avgt", Map.of("n", "10"), 1);
  }

  /** A fork of the test whose iterations all have the given score. */
  public static GateFork fork(int row, int pair, Arm arm, double score) {
    return new GateFork(
        row,
        Stage.TEST,
        pair,
        arm,
        (arm == Arm.BASE) == (pair % 2 == 0),
        "ns/op",
        List.of(score, score, score),
        Map.of("gc.alloc.rate.norm", List.of(48.0, 48.0)),
        List.of(new Contention(1.5, null, 0L, 120L, 3L)),
        true,
        START.plusSeconds(60L * pair + 10L * row),
        5500,
        RunRecordWriter.rawJson("{\"jmhVersion\":\"1.37\",\"score\":\"NaN\"}"));
  }
}
