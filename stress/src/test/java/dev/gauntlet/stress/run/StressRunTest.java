package dev.gauntlet.stress.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class StressRunTest {
  private static final Path DIRECTORY = Path.of("target", "stress");

  @Test
  void racesOfThree_areRefusedWhereNoneCanRun() {
    StressRun.Builder run =
        StressRun.builder()
            .races(List.of("ClaimVsClaimVsCancelRace"))
            .processors(2)
            .directory(DIRECTORY);
    StressUsageException refused = assertThrows(StressUsageException.class, run::build);
    assertEquals(
        "not run here: ClaimVsClaimVsCancelRace with 3 actors, and 2 processors are there",
        refused.getMessage());
  }

  /** The races that decide most, over all implementations and with their controls. */
  @Test
  @Timeout(400)
  void decidingRaces_pass() {
    StressRun run = StressRun.builder().mode(StressMode.VERIFY).directory(DIRECTORY).build();
    List<Integer> done = new ArrayList<>();

    StressReport report = run.run((ended, planned, failed) -> done.add(ended));

    assertTrue(report.isPassed(), () -> report.failures().toString());
    assertEquals(run.tests().size(), report.results().size());
    assertEquals(run.tests().size(), done.getLast());
  }
}
