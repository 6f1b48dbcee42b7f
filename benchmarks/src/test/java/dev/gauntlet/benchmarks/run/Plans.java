package dev.gauntlet.benchmarks.run;

import dev.gauntlet.benchmarks.RoundTripLatency;
import dev.gauntlet.benchmarks.SettleLatency;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Plans for tests. */
final class Plans {
  static final Row ROUND_TRIP = new Row(RoundTripLatency.class, "submitThenGet", Map.of(), 1);
  static final Row TWO_CALLERS = new Row(RoundTripLatency.class, "submitThenGet", Map.of(), 2);
  static final Row SETTLE = new Row(SettleLatency.class, "makeSettleGet", Map.of(), 1);
  static final List<String> TINY_FLAGS = List.of("-wi", "1", "-w", "20ms", "-i", "2", "-r", "20ms");

  private Plans() {}

  static BenchPlan plan(long seed, Row... rows) {
    List<Cell> cells =
        List.of(rows).stream()
            .flatMap(row -> List.of("a", "b", "c").stream().map(subject -> new Cell(row, subject)))
            .toList();
    return new BenchPlan(
        Suite.QUICK,
        cells,
        3,
        null,
        new ForkSettings(2, Duration.ofMillis(100), 3, Duration.ofMillis(200)),
        2,
        seed,
        List.of("-Xmx1g"),
        List.of("gc"),
        List.of());
  }
}
