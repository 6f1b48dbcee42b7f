package dev.gauntlet.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each defect is found within seconds, and named. */
class DefectTest {
  private static final Duration AT_MOST = Duration.ofSeconds(20);
  private static final Duration LEAK_SHOWS = Duration.ofSeconds(6);
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final long SEED = 1;
  private static final long MOST_EPOCHS = 100;

  @AfterEach
  void forgetLeaked() {
    Defect.forgetLeaked();
  }

  @ParameterizedTest
  @EnumSource
  void isFound(Defect defect) throws InterruptedException {
    switch (defect.verdict()) {
      case BROKEN -> expectBroken(defect);
      case HANGS -> expectHang(defect, soak(defect, 0, AT_MOST));
      case LEAKS, OK -> {
        SubjectReport report = soak(defect, 0, LEAK_SHOWS);
        assertEquals(defect.verdict(), report.verdict(), report::toString);
      }
    }
  }

  /**
   * One defect may break several rules; the run goes on until it breaks its own. The operations of
   * an epoch depend on the seed alone, so it is epochs that count: how long they take is a matter
   * of what else the machine does.
   */
  private static void expectBroken(Defect defect) throws InterruptedException {
    long epoch = 0;
    SubjectReport report;
    do {
      report = soak(defect, epoch, AT_MOST);
      epoch += report.epochs();
    } while (!isNamed(report, defect) && epoch < MOST_EPOCHS);
    assertTrue(isNamed(report, defect), report::toString);
  }

  private static boolean isNamed(SubjectReport report, Defect defect) {
    return report.violations().stream().anyMatch(seen -> seen.rule().equals(defect.sign()));
  }

  private static void expectHang(Defect defect, SubjectReport report) {
    String doing = report.hang().doing() + report.violations();
    assertTrue(doing.contains(defect.sign()), doing);
    assertTrue(report.hang().threads().contains("soak-director"), "a dump of all threads");
  }

  /** Ends with the first violation. */
  private static SubjectReport soak(Defect defect, long epoch, Duration time)
      throws InterruptedException {
    SoakRun run = new SoakRun(new SoakOptions(List.of(defect), time, SEED, epoch, PATIENCE));
    SoakReport report =
        run.run((subject, epochs, violations, left) -> {
          if (violations > 0) {
            run.stop();
          }
        });
    return report.subjects().getFirst();
  }
}
