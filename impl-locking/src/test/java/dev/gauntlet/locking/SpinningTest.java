package dev.gauntlet.locking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class SpinningTest {
  private static final boolean POSSIBLE = Runtime.getRuntime().availableProcessors() > 1;

  private final Spinning spinning = new Spinning(4, Long.MAX_VALUE, () -> {});

  /** Returns how many of a number of waits would have spun. */
  private int spinsOf(int waits, BooleanSupplier event) {
    int spins = 0;
    for (int i = 0; i < waits; i++) {
      if (spinning.isWorthwhile()) {
        spinning.until(event);
        spins++;
      }
    }
    return spins;
  }

  @Test
  void whatHasComeIsSeenAtTheFirstLook() {
    AtomicInteger looks = new AtomicInteger();
    assertTrue(spinning.until(() -> looks.incrementAndGet() > 0));
    assertEquals(1, looks.get());
  }

  @Test
  void whatComesDuringTheSpinIsSeen() {
    AtomicInteger looks = new AtomicInteger();
    assertTrue(spinning.until(() -> looks.incrementAndGet() > 7));
    assertEquals(8, looks.get());
  }

  @Test
  void aSpinEndsWithoutItsEvent() {
    assertFalse(spinning.until(() -> false));
  }

  /** Others need the processor: it looks once more, and parks. */
  @Test
  void aYieldThatSomebodyTookEndsTheSpin() {
    AtomicBoolean yielded = new AtomicBoolean();
    AtomicInteger before = new AtomicInteger();
    AtomicInteger after = new AtomicInteger();
    Spinning crowded = new Spinning(1, -1, () -> yielded.set(true));
    assertFalse(crowded.until(() -> (yielded.get() ? after : before).incrementAndGet() < 0));
    assertEquals(1, after.get());
    assertTrue(before.get() > 0);
  }

  @Test
  void whatCameDuringTheYieldIsAHit() {
    AtomicBoolean yielded = new AtomicBoolean();
    Spinning crowded = new Spinning(1, -1, () -> yielded.set(true));
    assertTrue(crowded.until(yielded::get));
    assertEquals(POSSIBLE, crowded.isWorthwhile());
  }

  @Test
  void itIsWorthwhileWhileItHits() {
    assertEquals(POSSIBLE ? 100 : 0, spinsOf(100, () -> true));
  }

  /** After n misses 2^n waits are passed up, at most 1024. */
  @Test
  void missesMakeSpinsRare() {
    assertTrue(spinsOf(2048, () -> false) <= 11);
    assertTrue(spinsOf(4100, () -> false) <= 4);
  }

  @Test
  void hitsMakeSpinsFrequentAgain() {
    spinsOf(2048, () -> false);
    spinsOf(4096, () -> true);
    assertEquals(POSSIBLE ? 100 : 0, spinsOf(100, () -> true));
  }

  @Test
  void oneThreadSpinsAtATime() {
    AtomicBoolean another = new AtomicBoolean();
    spinning.until(() -> {
      another.set(spinning.isWorthwhile());
      return true;
    });
    assertFalse(another.get());
  }

  /** It would keep its carrier from the very thread that it waits for. */
  @Test
  void aVirtualThreadDoesNotSpin() throws InterruptedException {
    AtomicBoolean worthwhile = new AtomicBoolean(true);
    Thread.ofVirtual().start(() -> worthwhile.set(spinning.isWorthwhile())).join();
    assertFalse(worthwhile.get());
  }
}
