package dev.gauntlet.lockfree;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class BackoffTest {
  private final Backoff backoff = new Backoff();

  @Test
  void itDoublesUpToALimit() {
    assertEquals(0, backoff.pauses());
    int expected = Backoff.LEAST;
    for (int i = 0; i < 10; i++) {
      backoff.lengthen();
      assertEquals(expected, backoff.pauses());
      expected = Math.min(2 * expected, Backoff.MOST);
    }
  }

  @Test
  void itFallsToNothing() {
    for (int i = 0; i < 10; i++) {
      backoff.lengthen();
    }
    backoff.shorten();
    assertEquals(Backoff.MOST / 2, backoff.pauses());
    for (int i = 0; i < 10; i++) {
      backoff.shorten();
    }
    assertEquals(0, backoff.pauses());
    backoff.lengthen();
    backoff.reset();
    assertEquals(0, backoff.pauses());
  }
}
