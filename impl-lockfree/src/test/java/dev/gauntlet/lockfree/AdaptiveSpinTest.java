package dev.gauntlet.lockfree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AdaptiveSpinTest {
  private static final long FAR = Long.MAX_VALUE / 4;

  private final AtomicLong[] permits = AdaptiveSpin.permits(1);
  private final AdaptiveSpin spin = new AdaptiveSpin(permits, () -> {});
  private final AdaptiveSpin crowded =
      new AdaptiveSpin(permits, () -> busyFor(2 * AdaptiveSpin.YIELDED_NANOS));

  /** Waits as a thread that is about to park does; returns whether it would have spun. */
  private boolean wait(AdaptiveSpin.Event event) {
    boolean due = spin.isDue();
    if (due) {
      spin.await(event);
    }
    return due;
  }

  private int spinsOf(int waits, AdaptiveSpin.Event event) {
    int spins = 0;
    for (int i = 0; i < waits; i++) {
      spins += wait(event) ? 1 : 0;
    }
    return spins;
  }

  @Test
  void whatHasComeIsSeenAtTheFirstLook() {
    AtomicInteger looks = new AtomicInteger();
    assertTrue(spin.await(() -> looks.incrementAndGet() > 0));
    assertEquals(1, looks.get());
  }

  @Test
  void whatComesDuringTheSpinIsSeen() {
    AtomicInteger looks = new AtomicInteger();
    assertTrue(spin.await(() -> looks.incrementAndGet() > 20));
    assertEquals(21, looks.get());
  }

  /** One that looks seldom reads the clock as often, and so ends in time. */
  @Test
  void theClockIsReadAfterALongPause() {
    AtomicInteger looks = new AtomicInteger();
    AdaptiveSpin.Event seldom =
        new AdaptiveSpin.Event() {
          @Override
          public boolean hasCome() {
            looks.incrementAndGet();
            return false;
          }

          @Override
          public int pauses() {
            busyFor(AdaptiveSpin.LONGEST_NANOS);
            return Backoff.LEAST;
          }
        };
    assertFalse(spin.await(seldom));
    assertTrue(looks.get() <= 3, looks + " looks");
  }

  private static void busyFor(long nanos) {
    long start = System.nanoTime();
    while (System.nanoTime() - start < nanos) {
      Thread.onSpinWait();
    }
  }

  @Test
  void aSpinEndsWithoutItsEvent() {
    assertFalse(spin.await(() -> false));
  }

  /** After n misses in a row, 2^n - 1 waits are passed up, at most 1023. */
  @Test
  void missesMakeSpinsRare() {
    assertTrue(spinsOf(2047, () -> false) <= 11);
    assertTrue(spinsOf(4096, () -> false) <= 4);
  }

  @Test
  void hitsMakeSpinsFrequentAgain() {
    spinsOf(2047, () -> false);
    spinsOf(4096, () -> true);
    assertEquals(100, spinsOf(100, () -> true));
  }

  @Test
  void aSpinWithoutPermitEndsAndTakesNone() {
    permits[0].set(System.nanoTime() + FAR);
    long until = permits[0].get();
    assertFalse(spin.await(() -> false));
    assertEquals(until, permits[0].get());
  }

  @Test
  void aPermitIsGivenBack() {
    spin.await(() -> false);
    assertTrue(permits[0].get() - System.nanoTime() <= 0);
  }

  @Test
  void aPermitIsHeldDuringTheSpin() {
    permits[0].set(System.nanoTime());
    assertTrue(spin.await(() -> permits[0].get() - System.nanoTime() > 0) || wasDescheduled());
  }

  /** A spinner that loses its processor gives up; the next wait is passed up then. */
  private boolean wasDescheduled() {
    return !spin.isDue();
  }

  /** The permit of a thread that lost its processor expires; another one has taken it since. */
  @Test
  void aPermitOfAnotherIsLeftAlone() {
    long until = System.nanoTime() + FAR;
    while (!spin.await(() -> takesPermitOfSpinner(until))) {
      // It lost its processor before it had a permit.
    }
    assertEquals(until, permits[0].get());
  }

  private boolean takesPermitOfSpinner(long until) {
    boolean taken = permits[0].get() - System.nanoTime() > 0;
    if (taken) {
      permits[0].set(until);
    }
    return taken;
  }

  /** Others need the processor: it looks once more, and parks. */
  @Test
  void aYieldThatSomebodyTookEndsTheSpin() {
    AtomicInteger looks = new AtomicInteger();
    int first = looksBeforeTheYield();
    assertFalse(crowded.await(() -> looks.incrementAndGet() > first + 1));
    assertEquals(first + 1, looks.get());
    assertFalse(crowded.isDue());
  }

  @Test
  void whatCameDuringTheYieldIsAHit() {
    AtomicInteger looks = new AtomicInteger();
    int first = looksBeforeTheYield();
    assertTrue(crowded.await(() -> looks.incrementAndGet() > first));
    assertTrue(crowded.isDue());
  }

  private int looksBeforeTheYield() {
    AtomicInteger looks = new AtomicInteger();
    AtomicInteger before = new AtomicInteger();
    AdaptiveSpin counting = new AdaptiveSpin(permits, () -> before.set(looks.get()));
    counting.await(() -> looks.incrementAndGet() < 0);
    return before.get();
  }

  @Test
  void oneProcessorIsNeverSpunOn() {
    assertFalse(new AdaptiveSpin(AdaptiveSpin.permits(0), () -> {}).isDue());
  }
}
