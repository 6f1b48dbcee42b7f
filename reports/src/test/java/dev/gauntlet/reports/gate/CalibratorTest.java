package dev.gauntlet.reports.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.reports.gate.GateHeader.Purpose;
import dev.gauntlet.reports.record.AtomicFiles;
import dev.gauntlet.reports.record.Jdk;
import dev.gauntlet.reports.record.ReportException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What pairs of the same code say about a machine. */
class CalibratorTest {
  private static final int REPETITIONS = 400;

  private static GateHeader header(int rows) {
    return SimulatedGate.header(SimulatedGate.full(), rows, "avgt", Purpose.CALIBRATE);
  }

  /** One row whose residuals are the quantiles of a normal law. */
  private static Calibration normal(double sigma, int pairs) {
    SimulatedGate gate = new SimulatedGate(header(1));
    NormalDistribution law = NormalDistribution.of(0, sigma);
    double[] ratios = new double[pairs];
    for (int i = 0; i < pairs; i++) {
      ratios[i] = law.inverseCumulativeProbability((i + 0.5) / pairs);
    }
    return Calibrator.calibrate(gate.pairs(0, ratios).log(), REPETITIONS);
  }

  private static double value(@Nullable Double value) {
    assertNotNull(value);
    return value;
  }

  /**
   * The design's rule of thumb for one row and 80 % power: (1 + tolerance) exp(0.57 sigma) - 1,
   * which comes from another simulation of normal noise. It holds where it exceeds the margin: a
   * smaller slow-down that is proved is still within the margin, and no REGRESSED.
   */
  @ParameterizedTest
  @CsvSource({"0.05", "0.08", "0.10"})
  void theVisibleEffectIsTheRuleOfThumbs(double sigma) {
    RowCalibration row = normal(sigma, 200).rows().get(0);
    assertEquals(1.02 * Math.exp(0.57 * sigma) - 1, value(row.visible()), 0.12 * sigma);
    assertEquals(sigma, value(row.deviation()), 0.02 * sigma);
    assertEquals(sigma, value(row.robustDeviation()), 0.02 * sigma);
  }

  @Test
  void powerGrowsFromNoFalseAlarmToCertainty() {
    List<PowerPoint> powers = normal(0.05, 100).rows().get(0).powers();
    assertEquals(Calibrator.EFFECTS, powers.stream().map(PowerPoint::effect).toList());
    assertTrue(powers.get(0).convicted().rate() < 0.01);
    assertTrue(powers.get(1).convicted().low() < 0.05);
    assertTrue(powers.get(2).acquitted().low() < 0.05);
    assertEquals(1, powers.get(5).convicted().rate());
    for (int i = 1; i < powers.size(); i++) {
      assertTrue(powers.get(i).convicted().rate() >= powers.get(i - 1).convicted().rate());
      assertTrue(powers.get(i).acquitted().rate() <= powers.get(i - 1).acquitted().rate());
    }
  }

  @Test
  void nineteenResidualsAreTooFewForAClaim() {
    RowCalibration few = normal(0.01, 19).rows().get(0);
    assertEquals(19, few.residuals().size());
    assertEquals(List.of(), few.powers());
    assertNull(few.visible());
    assertFalse(few.isEnough());
    assertTrue(normal(0.01, 20).rows().get(0).isEnough());
  }

  @Test
  void theForksShareOfTheVarianceIsFound() {
    SimulatedGate gate = new SimulatedGate(header(1));
    UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(5);
    for (int pair = 0; pair < 400; pair++) {
      for (Arm arm : Arm.values()) {
        double[] values = new double[7];
        ForkNoise.GAUSSIAN.fill(random, values, 1);
        double fork = Math.sqrt(0.7) * values[6];
        List<Double> scores =
            List.of(0, 1, 2, 3, 4, 5).stream()
                .map(i -> Math.exp(0.01 * (fork + Math.sqrt(0.3) * values[i])))
                .toList();
        gate.fork(0, Stage.TEST, pair, arm, "us/op", scores, Map.of(), List.of());
      }
    }
    assertEquals(0.7, value(Calibrator.calibrate(gate.log(), 1).rows().get(0).forkShare()), 0.04);
  }

  @Test
  void disturbedPairsAreNoResiduals() {
    SimulatedGate gate = new SimulatedGate(header(1)).pairs(0, new double[20]);
    Contention busy = new Contention(50.0, null, null, null, null);
    gate.fork(0, Stage.TEST, 20, Arm.BASE, 10);
    gate.fork(0, Stage.TEST, 20, Arm.CANDIDATE, "us/op", List.of(99.0), Map.of(), List.of(busy));
    RowCalibration row = Calibrator.calibrate(gate.log(), 10).rows().get(0);
    assertEquals(20, row.residuals().size());
    assertEquals(1, row.dropped());
    assertEquals(0, value(row.deviation()));
  }

  @Test
  void exactCountersAreTheOnesThatNeverDiffer() {
    SimulatedGate gate = new SimulatedGate(header(2));
    for (int pair = 0; pair < 3; pair++) {
      for (Arm arm : Arm.values()) {
        Map<String, List<Double>> bytes = Map.of("gc.alloc.rate.norm", List.of(104.0));
        gate.fork(0, Stage.TEST, pair, arm, "us/op", List.of(1.0), bytes, List.of());
        List<Double> varying = List.of(120.0 + pair * 9);
        Map<String, List<Double>> more = Map.of("gc.alloc.rate.norm", varying);
        gate.fork(1, Stage.TEST, pair, arm, "us/op", List.of(1.0), more, List.of());
      }
    }
    List<CounterCalibration> counters = Calibrator.calibrate(gate.log(), 1).counters();
    assertEquals(List.of(true, false), counters.stream().map(CounterCalibration::exact).toList());
  }

  @Test
  void aCalibrationAsksForAllPairsOfEveryRow() {
    SimulatedGate gate = new SimulatedGate(header(1));
    for (int pair = 0; pair < 24; pair++) {
      assertEquals(List.of(new Need(0, Stage.TEST, pair)), gate.state().needs());
      gate.pair(0, Stage.TEST, pair, pair * 1e-6);
    }
    assertEquals(List.of(), gate.state().needs());
  }

  @Test
  void aGateIsNoCalibration() {
    GateLog log = SimulatedGate.of(SimulatedGate.full(), 1).log();
    assertThrows(IllegalArgumentException.class, () -> Calibrator.calibrate(log, 1));
  }

  @Test
  void aStoredCalibrationIsReadBack(@TempDir Path folder) {
    Calibration calibration = normal(0.05, 24);
    Path file = folder.resolve("calibration.json");
    AtomicFiles.write(file, calibration.toJson());
    assertEquals(calibration, Calibration.read(file));
    AtomicFiles.write(file, "{\"schema\":");
    assertThrows(ReportException.class, () -> Calibration.read(file));
  }

  @Test
  void aMarginBelowTheVisibleEffectIsNotObservable() {
    GateHeader run = SimulatedGate.header(SimulatedGate.full(), 1, "avgt");
    List<Visibility> noisy = Visibility.of(normal(0.10, 24), run);
    assertFalse(noisy.get(0).isObservable());
    Integer pairs = noisy.get(0).pairs();
    assertNotNull(pairs);
    assertTrue(pairs > 24);
    double margin = value(Visibility.commonMargin(noisy));
    assertTrue(margin >= value(noisy.get(0).visible()));
    assertEquals(Math.rint(margin * 100), margin * 100, 1e-9);
    List<Visibility> quiet = Visibility.of(normal(0.005, 24), run);
    assertTrue(quiet.get(0).isObservable());
    assertEquals(0.05, value(Visibility.commonMargin(quiet)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.03, 0.05, 0.07, 0.09, 0.15})
  void theCommonMarginIsObservableOnceItIsTheMargin(double sigma) {
    Calibration calibration = normal(sigma, 30);
    GateSettings given = SimulatedGate.full();
    double margin =
        value(
            Visibility.commonMargin(
                Visibility.of(calibration, SimulatedGate.header(given, 1, "avgt"))));
    GateSettings raised = given.withMargin(margin);
    List<Visibility> rows = Visibility.of(calibration, SimulatedGate.header(raised, 1, "avgt"));
    assertTrue(rows.get(0).isObservable(), rows::toString);
    assertEquals(margin, value(Visibility.commonMargin(rows)));
  }

  @Test
  void anUncalibratedRowIsNotObservable() {
    GateHeader run = SimulatedGate.header(SimulatedGate.full(), 2, "avgt");
    List<Visibility> rows = Visibility.of(normal(0.005, 24), run);
    assertTrue(rows.get(0).isObservable());
    assertFalse(rows.get(1).isObservable());
    assertNull(Visibility.commonMargin(rows));
  }

  @Test
  void ageAndAnotherMachineAreObjections() {
    Calibration calibration = normal(0.05, 20);
    GateHeader run = SimulatedGate.header(SimulatedGate.full(), 1, "avgt");
    Instant at = SimulatedGate.START;
    assertEquals(List.of(), calibration.objections(run, at.plus(Duration.ofDays(30))));
    assertEquals(
        List.of("the calibration is 31 days old"),
        calibration.objections(run, at.plus(Duration.ofDays(31))));
    GateHeader other =
        new GateHeader(
            run.schema(),
            run.id(),
            run.purpose(),
            at,
            run.tool(),
            run.base(),
            run.candidate(),
            run.settings(),
            run.rows(),
            run.added(),
            run.removed(),
            run.changed(),
            run.machine(),
            new Jdk("simulated", "1", "simulated"),
            run.jvmFlags());
    assertEquals(List.of("the calibration is of another JDK"), calibration.objections(other, at));
  }
}
