package dev.gauntlet.benchmarks.pair;

import dev.gauntlet.reports.gate.ArmInfo;
import dev.gauntlet.reports.gate.GateHeader;
import dev.gauntlet.reports.gate.GateRow;
import dev.gauntlet.reports.gate.GateSettings;
import dev.gauntlet.reports.record.Jdk;
import dev.gauntlet.reports.record.Machine;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Settings that cost little time, and headers without a jar. */
final class Requests {
  static final Instant START = Instant.parse("2026-11-22T13:40:05Z");

  private Requests() {}

  static GateSettings settings(GateSettings.Plan plan, List<Integer> looks) {
    return new GateSettings(
        plan,
        0.02,
        0.05,
        0.05,
        0.05,
        looks,
        3,
        List.of(GateSettings.Score.FLOOR, GateSettings.Score.MEDIAN),
        1,
        50,
        2,
        50,
        101,
        0.5,
        false,
        false,
        7);
  }

  static GateHeader header(GateSettings settings, int rows) {
    return new GateHeader(
        GateHeader.SCHEMA,
        "run",
        GateHeader.Purpose.GATE,
        START,
        "test",
        new ArmInfo("base", "a.jar", "00", Map.of(), null),
        new ArmInfo("candidate", "b.jar", "11", Map.of(), null),
        settings,
        IntStream.range(0, rows)
            .mapToObj(row -> new GateRow("a.B.row" + row, "avgt", Map.of(), 1))
            .toList(),
        List.of(),
        List.of(),
        List.of(),
        new Machine("os", null, "none", null, 1, null, null, null),
        new Jdk("v", "1", "vm"),
        List.of());
  }
}
