package dev.gauntlet.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.soak.SubjectReport.Verdict;
import dev.gauntlet.spi.ExecutorProvider;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The short lane: each implementation, for some seconds, with a seed of its own each time. */
class SoundTest {
  private static final Duration TIME = Duration.ofMillis(2500);

  static Stream<ExecutorProvider> implementations() {
    return Implementations.all().stream();
  }

  @ParameterizedTest
  @MethodSource("implementations")
  void lastsTheShortLane(ExecutorProvider implementation) throws InterruptedException {
    long seed = new SplittableRandom().nextInt(Integer.MAX_VALUE);
    SoakOptions options =
        new SoakOptions(List.of(implementation), TIME, seed, 0, SoakOptions.PATIENCE);
    SoakReport report = new SoakRun(options).run((subject, epochs, violations, left) -> {});
    SubjectReport result = report.subjects().getFirst();
    assertEquals(Verdict.OK, result.verdict(), report::toString);
    assertTrue(report.complete());
    assertTrue(result.tasks().get("succeeded") > 0, report::toString);
    assertTrue(result.faults().get("deep recursion") > 0, report::toString);
    assertTrue(result.faults().get("stray interrupt") > 0, report::toString);
  }
}
