package dev.gauntlet.benchmarks.pair;

import dev.gauntlet.reports.gate.Arm;
import dev.gauntlet.reports.gate.GateFailure;
import dev.gauntlet.reports.gate.GateFork;
import dev.gauntlet.reports.gate.GateHeader;
import dev.gauntlet.reports.gate.GateLine;
import dev.gauntlet.reports.gate.GateLog;
import dev.gauntlet.reports.gate.Need;
import dev.gauntlet.reports.gate.Stage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The log as the loop has replayed and written it, in memory and without JMH's own objects. */
final class LogSoFar {
  private final GateHeader header;
  private final List<GateFork> forks = new ArrayList<>();
  private final List<GateFailure> failures = new ArrayList<>();

  /** Names a pair. */
  private record Key(int row, Stage stage, int pair) {}

  private final Map<Key, Map<Arm, GateLine>> recorded = new HashMap<>();

  LogSoFar(GateHeader header) {
    this.header = header;
  }

  /** Takes what an earlier part of the run has recorded, to be replayed. */
  void replay(GateLog earlier) {
    earlier.forks().forEach(fork -> note(fork.row(), fork.stage(), fork.pair(), fork.arm(), fork));
    earlier
        .failures()
        .forEach(failure ->
            note(failure.row(), failure.stage(), failure.pair(), failure.arm(), failure));
  }

  private void note(int row, Stage stage, int pair, Arm arm, GateLine line) {
    recorded
        .computeIfAbsent(new Key(row, stage, pair), key -> new LinkedHashMap<>())
        .put(arm, line);
  }

  /**
   * Returns what is recorded of a pair when it is whole: two forks, or a failure that ended it.
   * Half a pair is measured again, so that its forks are adjacent.
   */
  Optional<List<GateLine>> recorded(Need need) {
    Map<Arm, GateLine> lines =
        recorded.getOrDefault(new Key(need.row(), need.stage(), need.pair()), Map.of());
    boolean whole =
        lines.size() == Arm.values().length
            || lines.values().stream().anyMatch(GateFailure.class::isInstance);
    return whole ? Optional.of(List.copyOf(lines.values())) : Optional.empty();
  }

  /** Adds what was measured, or replayed. */
  void add(GateLine line) {
    switch (line) {
      case GateFork fork -> forks.add(fork);
      case GateFailure failure -> failures.add(failure);
      default -> throw new IllegalArgumentException("neither fork nor failure");
    }
  }

  GateLog log() {
    return new GateLog(header, forks, failures, null, List.of());
  }
}
