package dev.gauntlet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gauntlet.benchmarks.run.BenchOutcome;
import dev.gauntlet.reports.record.RunEnd;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BenchCommandTest {

  private static int exitAfter(RunEnd.Reason reason, int failures) {
    return BenchCommand.exitOf(new BenchOutcome(Path.of("runs"), reason, 4, failures));
  }

  @Test
  void aRunWithoutFailedForksPasses() {
    assertEquals(0, exitAfter(RunEnd.Reason.COMPLETE, 0));
    assertEquals(0, exitAfter(RunEnd.Reason.INTERRUPTED, 0));
  }

  /** One that finds a lost task or a wrong result does not pass. */
  @Test
  void aRunWithAFailedForkFails() {
    assertEquals(5, exitAfter(RunEnd.Reason.COMPLETE, 1));
  }
}
