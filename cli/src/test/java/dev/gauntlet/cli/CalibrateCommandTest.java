package dev.gauntlet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.reports.gate.Arm;
import dev.gauntlet.reports.gate.GateLogReader;
import dev.gauntlet.reports.gate.GateLogWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From pairs of the same code to what the gate asks for. Nothing is measured. */
class CalibrateCommandTest {
  @TempDir private Path directory;
  private String jar;

  @BeforeEach
  void jar() throws IOException {
    jar = FakeJar.write(directory.resolve("a.jar"), "one", "two").toString();
  }

  private Invocation run(String log, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--state", directory.resolve(log).toString(), "--time-box", "1s"));
    all.addAll(List.of("--calibrations", calibrations().toString(), "--seed", "5"));
    return Invocation.of(all.toArray(String[]::new));
  }

  private Path calibrations() {
    return directory.resolve("calibrations");
  }

  private Invocation calibrate(String method, String... more) {
    List<String> all = new ArrayList<>(List.of("calibrate", "--jar", jar, "--include", method));
    all.addAll(List.of(more));
    return run(method + ".jsonl", all.toArray(String[]::new));
  }

  private Invocation gate(String log, String method, String... more) {
    List<String> all = new ArrayList<>(List.of("gate", "--base", jar, "--candidate", jar));
    all.addAll(List.of("--plan", "full", "--include", method));
    all.addAll(List.of(more));
    return run(log, all.toArray(String[]::new));
  }

  /** A calibration that saw pairs which differ by up to the spread, a fraction, either way. */
  private Invocation calibrated(String method, int pairs, double spread) {
    assertEquals(3, calibrate(method).exit(), "the time was up at once");
    try (GateLogWriter log = GateLogWriter.append(directory.resolve(method + ".jsonl"))) {
      for (int pair = 0; pair < pairs; pair++) {
        log.fork(GateForks.of(pair, Arm.BASE, 100));
        double place = (2.0 * pair + 1) / pairs - 1;
        log.fork(GateForks.of(pair, Arm.CANDIDATE, 100 * Math.exp(spread * place)));
      }
    }
    return calibrate(method, "--resume");
  }

  private double margin(String log) {
    return GateLogReader.read(directory.resolve(log)).header().settings().margin();
  }

  @Test
  void aNoisyMachineRaisesTheAutomaticMarginAndRefusesTheDefault() {
    Invocation calibrated = calibrated("one", 24, 0.3);
    assertEquals(0, calibrated.exit(), calibrated.err());
    assertTrue(calibrated.out().contains("stored  " + calibrations()), calibrated.out());
    Invocation refused = gate("refused.jsonl", "one");
    assertEquals(2, refused.exit(), refused.out());
    assertTrue(
        refused.err().contains("a margin of 5 % cannot be seen on this machine"), refused.err());
    assertFalse(Files.exists(directory.resolve("refused.jsonl")), "nothing was begun");
    assertEquals(3, gate("unseen.jsonl", "one", "--unseen").exit());
    assertEquals(0.05, margin("unseen.jsonl"));
    Invocation auto = gate("auto.jsonl", "one", "--margin", "auto");
    assertEquals(3, auto.exit(), auto.err());
    assertTrue(margin("auto.jsonl") > 0.05 && margin("auto.jsonl") < 0.4, auto.out());
    assertTrue(auto.out().contains("a slow-down seen here with a probability of 80 %"));
  }

  @Test
  void thePowersAreWrittenWhereTheyAreAskedFor() throws IOException {
    assertEquals(0, calibrated("one", 24, 0.01).exit());
    Path csv = directory.resolve("powers.csv");
    Path markdown = directory.resolve("powers.md");
    Invocation again =
        calibrate(
            "one", "--resume", "--powers-csv", csv.toString(), "--powers-markdown", markdown + "");
    assertEquals(0, again.exit(), again.err());
    assertTrue(Files.readString(csv).startsWith("benchmark,mode,params,threads,score,pairs"));
    assertTrue(Files.readString(markdown).startsWith("| benchmark | score | pairs | seen from |"));
  }

  @Test
  void aQuietMachineKeepsTheLeastMargin() {
    assertEquals(0, calibrated("one", 24, 0.01).exit());
    assertEquals(3, gate("auto.jsonl", "one", "--margin", "auto").exit());
    assertEquals(0.05, margin("auto.jsonl"));
  }

  @Test
  void whatSaysNothingDoesNotTakeThePlaceOfWhatDoes() throws IOException {
    Invocation few = calibrated("one", 19, 0.01);
    assertEquals(3, few.exit());
    assertTrue(few.out().contains("not stored: no row has 20 undisturbed pairs"), few.out());
    assertFalse(Files.exists(calibrations()));
    Files.delete(directory.resolve("one.jsonl"));
    assertEquals(0, calibrated("one", 24, 0.01).exit());
    assertEquals(0, calibrated("two", 24, 0.01).exit());
    Invocation both = gate("auto.jsonl", "Y", "--margin", "auto");
    assertEquals(3, both.exit(), "the first row is still known: " + both.err());
  }

  @Test
  void fewerPairsThanAClaimNeedsAreRefused() {
    Invocation few = calibrate("one", "--pairs", "12");
    assertEquals(2, few.exit());
    assertEquals(1, few.err().lines().count(), few.err());
    assertTrue(few.err().contains("--pairs must be 20 or more"), few.err());
  }
}
