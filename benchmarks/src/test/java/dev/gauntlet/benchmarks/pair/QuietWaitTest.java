package dev.gauntlet.benchmarks.pair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.benchmarks.run.StopSignal;
import dev.gauntlet.reports.gate.Arm;
import dev.gauntlet.reports.gate.Contention;
import dev.gauntlet.reports.gate.GateFork;
import dev.gauntlet.reports.gate.Stage;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QuietWaitTest {
  private final AtomicInteger looks = new AtomicInteger();
  private final StopSignal stop = new StopSignal();

  private QuietWait seeing(OptionalDouble... foreign) {
    return new QuietWait(
        10,
        time -> {
          assertEquals(QuietWait.LOOK, time);
          return foreign[Math.min(looks.getAndIncrement(), foreign.length - 1)];
        });
  }

  private static OptionalDouble percent(double value) {
    return OptionalDouble.of(value);
  }

  @Test
  void waitsUntilItIsQuiet() {
    assertTrue(seeing(percent(50), percent(10), percent(9.9)).await(stop, Duration.ofHours(1)));
    assertEquals(3, looks.get());
  }

  @Test
  void goesOnAfterAMinuteAndSaysSo() {
    assertFalse(seeing(percent(50)).await(stop, Duration.ofHours(1)));
    assertEquals(30, looks.get());
  }

  @Test
  void doesNotWaitWhereNothingIsKnown() {
    assertTrue(seeing(OptionalDouble.empty()).await(stop, Duration.ofHours(1)));
  }

  @Test
  void twoQuietSecondsOfThePairBeforeCount() {
    QuietWait wait = seeing(percent(0));
    wait.measured(fork(5, 3.0), 400);
    assertTrue(wait.await(stop, Duration.ofHours(1)));
    assertEquals(0, looks.get());
    wait.measured(fork(6, 30.0), 400);
    wait.measured(fork(4, 3.0), 400);
    assertTrue(wait.await(stop, Duration.ofHours(1)));
    assertEquals(1, looks.get(), "1.6 s are too short to know");
    wait.measured(fork(6, null), 400);
    assertTrue(wait.await(stop, Duration.ofHours(1)));
    assertEquals(2, looks.get(), "it is not known");
    wait.measured(fork(6, 3.0), 400);
    wait.unknown();
    assertTrue(wait.await(stop, Duration.ofHours(1)));
    assertEquals(3, looks.get(), "a fork has failed");
  }

  @Test
  void shortForksAddUpUntilOneIsDisturbed() {
    QuietWait wait = seeing(percent(0));
    wait.measured(fork(3, 3.0), 100);
    assertTrue(wait.await(stop, Duration.ofHours(1)));
    assertEquals(1, looks.get(), "0.3 s are too short to know");
    wait.measured(fork(3, 3.0), 100);
    assertTrue(wait.await(stop, Duration.ofHours(1)));
    assertEquals(1, looks.get(), "it has been quiet since that look");
    wait.measured(fork(3, 30.0), 100);
    wait.measured(fork(19, 3.0), 100);
    assertTrue(wait.await(stop, Duration.ofHours(1)));
    assertEquals(2, looks.get(), "1.9 s since it was not quiet");
    wait.measured(fork(3, 30.0), 100);
    wait.measured(fork(10, 3.0), 100);
    wait.measured(fork(10, 3.0), 100);
    assertTrue(wait.await(stop, Duration.ofHours(1)));
    assertEquals(2, looks.get());
  }

  @Test
  void waitsNoLongerThanTheTimeThatIsLeft() {
    assertFalse(seeing(percent(50)).await(stop, Duration.ofSeconds(5)));
    assertEquals(3, looks.get());
  }

  @Test
  void doesNotWaitWhenStopped() {
    stop.request();
    assertFalse(seeing(percent(50)).await(stop, Duration.ofHours(1)));
    assertEquals(0, looks.get());
  }

  private static GateFork fork(int iterations, @Nullable Double foreign) {
    return new GateFork(
        0,
        Stage.TEST,
        0,
        Arm.BASE,
        true,
        "ns/op",
        Collections.nCopies(iterations, 1.0),
        Map.of(),
        List.copyOf(
            Collections.nCopies(iterations, new Contention(foreign, 0.0, null, null, null))),
        true,
        Requests.START,
        1,
        null);
  }
}
