package dev.gauntlet.benchmarks.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final Duration ITERATIONS = Duration.ofMillis(1000);
  private final Pace pace = new Pace(10, ITERATIONS);

  private Progress now() {
    return pace.progress(Duration.ZERO);
  }

  @Test
  void beforeTheFirstForkTheTypicalOverheadCounts() {
    Duration fork = ITERATIONS.plus(BenchPlan.TYPICAL_OVERHEAD);
    assertEquals(fork.multipliedBy(10), now().remaining());
    assertEquals(0.0, now().fraction());
  }

  @Test
  void theMedianOverheadOfTheForksCounts() {
    pace.measured(Duration.ofMillis(1300));
    pace.measured(Duration.ofMillis(9000));
    pace.measured(Duration.ofMillis(1500));
    assertEquals(Duration.ofMillis(1500 * 7), now().remaining());
    assertEquals(0.3, now().fraction(), 1e-9);
  }

  @Test
  void forksInTheRecordAreDoneAndSayNothingAboutThePace() {
    pace.skipped(false);
    pace.skipped(true);
    assertEquals(2, now().done());
    assertEquals(1, now().failed());
    Duration fork = ITERATIONS.plus(BenchPlan.TYPICAL_OVERHEAD);
    assertEquals(fork.multipliedBy(8), now().remaining());
  }

  @Test
  void aFailureIsDoneAndSaysNothingAboutThePace() {
    pace.measured(Duration.ofMillis(1200));
    pace.failed();
    assertEquals(Duration.ofMillis(1200 * 8), now().remaining());
    assertEquals(1, now().failed());
  }

  @Test
  void aForkFasterThanItsIterationsHasNoNegativeOverhead() {
    pace.measured(Duration.ofMillis(900));
    assertEquals(ITERATIONS, pace.perFork());
  }

  @Test
  void atTheEndNothingRemains() {
    for (int i = 0; i < 10; i++) {
      pace.measured(Duration.ofMillis(1200));
    }
    assertEquals(Duration.ZERO, now().remaining());
    assertEquals(1.0, now().fraction());
  }
}
