package dev.gauntlet.reports.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.gauntlet.reports.history.Fingerprint;
import dev.gauntlet.reports.history.StoredRun;
import dev.gauntlet.reports.history.StoredScore;
import dev.gauntlet.reports.record.Jdk;
import dev.gauntlet.reports.record.Machine;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One arm of a gate as a point of history. */
class GateHistoryTest {
  @Test
  void anArmIsTheMedianOfItsUndisturbedForks() {
    SimulatedGate gate = SimulatedGate.of(SimulatedGate.full(), 2);
    double[] micros = {10, 30, 20, 1000};
    for (int pair = 0; pair < micros.length; pair++) {
      Contention seen = new Contention(pair == 3 ? 99.0 : 0, null, null, null, null);
      List<Double> scores = List.of(micros[pair], micros[pair] * 2, micros[pair] / 2);
      gate.fork(0, Stage.TEST, pair, Arm.BASE, "us/op", scores, Map.of(), List.of(seen));
      gate.fork(0, Stage.TEST, pair, Arm.CANDIDATE, 7);
    }
    StoredRun run = GateHistory.of(gate.log(), Arm.BASE);
    assertEquals(1, run.scores().size());
    StoredScore score = run.scores().get(0);
    assertEquals(20e-6, score.seconds(), 1e-12);
    assertEquals(3, score.forks());
    assertEquals("dev.example.B.r0", score.series().benchmark());
    assertEquals(7e-6, GateHistory.of(gate.log(), Arm.CANDIDATE).scores().get(0).seconds(), 1e-12);
  }

  @Test
  void aFingerprintChangesWithJdkAndFlags() {
    Machine machine = new Machine("os", null, "arch", null, 2, null, null, null);
    Jdk jdk = new Jdk("v", "25", "vm");
    String here = Fingerprint.of(machine, jdk, List.of());
    assertEquals(here, Fingerprint.of(machine, new Jdk("v", "25", "vm"), List.of()));
    assertNotEquals(here, Fingerprint.of(machine, new Jdk("v", "26", "vm"), List.of()));
    assertNotEquals(here, Fingerprint.of(machine, jdk, List.of("-Xmx1g")));
  }
}
