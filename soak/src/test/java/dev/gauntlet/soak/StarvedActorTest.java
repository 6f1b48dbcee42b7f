package dev.gauntlet.soak;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.locking.LockingProvider;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An actor that never gets to run is late like one that waits in vain. */
class StarvedActorTest {
  private static final Duration TIME = Duration.ofSeconds(20);
  private static final Duration PATIENCE = Duration.ofMillis(200);

  private volatile boolean released;

  /** All of them have one before an actor can ask for it. */
  @BeforeEach
  void occupyEveryCarrier() throws InterruptedException {
    int carriers = Runtime.getRuntime().availableProcessors();
    CountDownLatch occupied = new CountDownLatch(carriers);
    for (int i = 0; i < carriers; i++) {
      Thread.ofVirtual().start(() -> spin(occupied));
    }
    assertTrue(occupied.await(10, TimeUnit.SECONDS));
  }

  private void spin(CountDownLatch occupied) {
    occupied.countDown();
    while (!released) {
      Thread.onSpinWait();
    }
  }

  @AfterEach
  void release() {
    released = true;
  }

  @Test
  void isNamed() throws InterruptedException {
    SoakOptions options = new SoakOptions(List.of(new LockingProvider()), TIME, 1, 0, PATIENCE);
    SoakReport report = new SoakRun(options).run((subject, epochs, violations, left) -> {});
    Hang hang = report.subjects().getFirst().hang();
    assertNotNull(hang, report::toString);
    assertTrue(hang.doing().contains("'its start'"), hang::doing);
  }
}
