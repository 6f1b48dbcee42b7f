package dev.gauntlet.reports.gate;

import dev.gauntlet.reports.gate.GateSettings.Score;
import dev.gauntlet.reports.record.Jdk;
import dev.gauntlet.reports.record.Machine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Builds gate logs out of given numbers, for the real engine to judge. Nothing is measured. */
final class SimulatedGate {
  static final Instant START = Instant.parse("2001-01-01T00:00:00Z");
  static final List<Integer> LOOKS = List.of(8, 10, 12, 16, 20, 24);

  private final GateHeader header;
  private final List<GateFork> forks = new ArrayList<>();
  private final List<GateFailure> failures = new ArrayList<>();

  SimulatedGate(GateHeader header) {
    this.header = header;
  }

  /** A gate of some rows named r0, r1, ... that measure average time. */
  static SimulatedGate of(GateSettings settings, int rows) {
    return new SimulatedGate(header(settings, rows, "avgt"));
  }

  static GateHeader header(GateSettings settings, int rows, String mode) {
    return header(settings, rows, mode, GateHeader.Purpose.GATE);
  }

  static GateHeader header(
      GateSettings settings, int rows, String mode, GateHeader.Purpose purpose) {
    List<GateRow> list = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      list.add(new GateRow("dev.example.B.r" + i, mode, Map.of(), 1));
    }
    return new GateHeader(
        GateHeader.SCHEMA,
        "simulated",
        purpose,
        START,
        "simulated",
        new ArmInfo("base", "base.jar", "00", Map.of(), null),
        new ArmInfo("candidate", "candidate.jar", "00", Map.of(), null),
        settings,
        List.copyOf(list),
        List.of(),
        List.of(),
        List.of(),
        new Machine("simulated", null, "none", null, 1, null, null, null),
        new Jdk("simulated", "0", "simulated"),
        List.of());
  }

  static GateSettings settings(GateSettings.Plan plan, Score... scores) {
    return settings(plan, 0.05, scores);
  }

  static GateSettings settings(GateSettings.Plan plan, double alpha, Score... scores) {
    return new GateSettings(
        plan,
        0.02,
        0.05,
        alpha,
        0.05,
        LOOKS,
        6,
        List.of(scores),
        1,
        100,
        1,
        100,
        10,
        0.5,
        false,
        false,
        1);
  }

  static GateSettings full() {
    return settings(GateSettings.Plan.FULL, Score.FLOOR);
  }

  static GateSettings screen() {
    return settings(GateSettings.Plan.SCREEN, Score.FLOOR);
  }

  /** Adds a fork of one iteration in microseconds per operation. */
  SimulatedGate fork(int row, Stage stage, int pair, Arm arm, double micros) {
    return fork(row, stage, pair, arm, "us/op", List.of(micros), Map.of(), List.of());
  }

  SimulatedGate fork(
      int row,
      Stage stage,
      int pair,
      Arm arm,
      String unit,
      List<Double> iterations,
      Map<String, List<Double>> secondary,
      List<Contention> contention) {
    forks.add(
        new GateFork(
            row,
            stage,
            pair,
            arm,
            arm == Arm.BASE,
            unit,
            iterations,
            secondary,
            contention,
            true,
            START,
            1000,
            null));
    return this;
  }

  /** Adds a pair whose log ratio is {@code d}. */
  SimulatedGate pair(int row, Stage stage, int pair, double d) {
    fork(row, stage, pair, Arm.BASE, 10);
    return fork(row, stage, pair, Arm.CANDIDATE, 10 * Math.exp(d));
  }

  /** Adds pairs of the test with these log ratios, after those the row already has. */
  SimulatedGate pairs(int row, double... ratios) {
    int next = (int) forks.stream().filter(fork -> fork.row() == row).count() / 2;
    for (double d : ratios) {
      pair(row, Stage.TEST, next++, d);
    }
    return this;
  }

  SimulatedGate failure(int row, Stage stage, int pair, Arm arm) {
    failures.add(new GateFailure(row, stage, pair, arm, "simulated", START));
    return this;
  }

  GateLog log() {
    return new GateLog(header, List.copyOf(forks), List.copyOf(failures), null, List.of());
  }

  GateState state() {
    return GateState.of(log());
  }
}
