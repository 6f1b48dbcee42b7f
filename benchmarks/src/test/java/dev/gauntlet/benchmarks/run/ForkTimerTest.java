package dev.gauntlet.benchmarks.run;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ForkTimerTest {
  private final Process bystander = child();
  private final ForkProcesses processes = new ForkProcesses();
  private Process fork = bystander;

  /** A process that ends when its input does. */
  private static Process child() {
    try {
      return new ProcessBuilder("cat").start();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @AfterEach
  void endProcesses() {
    fork.destroyForcibly();
    bystander.destroyForcibly();
  }

  @Test
  void aForkThatOverrunsIsKilledAndNobodyElse() throws Exception {
    processes.noteOthers();
    fork = child();
    try (ForkTimer timer = new ForkTimer(processes, Duration.ofMillis(1));
        ForkTimer.Watched watched = timer.watch()) {
      assertTrue(fork.waitFor(60, TimeUnit.SECONDS), "killed");
      assertTrue(watched.hasExpired());
      assertTrue(bystander.isAlive(), "a child that was there before is no fork");
    }
  }

  @Test
  void aForkThatEndsInTimeDisarmsTheTimer() throws Exception {
    try (ForkTimer timer = new ForkTimer(processes, Duration.ofHours(1))) {
      ForkTimer.Watched first = timer.watch();
      first.close();
      assertFalse(first.hasExpired());
    }
    assertTrue(bystander.isAlive());
  }

  @Test
  void beforeTheFirstForkThereIsNothingToKill() {
    processes.kill();
    assertTrue(bystander.isAlive());
  }
}
