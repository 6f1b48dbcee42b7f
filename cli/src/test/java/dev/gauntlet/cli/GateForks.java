package dev.gauntlet.cli;

import dev.gauntlet.reports.gate.Arm;
import dev.gauntlet.reports.gate.GateFork;
import dev.gauntlet.reports.gate.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Undisturbed forks of the first row of a gate, for logs that no fork has written. */
final class GateForks {
  private GateForks() {}

  static GateFork of(int pair, Arm arm, double score) {
    return new GateFork(
        0,
        Stage.TEST,
        pair,
        arm,
        arm == Arm.BASE,
        "ns/op",
        List.of(score, score),
        Map.of(),
        List.of(),
        true,
        Instant.EPOCH,
        1000,
        null);
  }
}
