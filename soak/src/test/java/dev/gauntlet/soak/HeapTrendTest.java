package dev.gauntlet.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class HeapTrendTest {
  private static final long MIB = 1 << 20;

  private final HeapTrend trend = new HeapTrend();

  @Test
  void aLevelHeapWithOddSamplesIsNoLeak() {
    for (int i = 0; i < 100; i++) {
      trend.add(i, (i % 10 == 0 ? 90 : 20 + i % 3) * MIB);
    }
    assertFalse(trend.report().leaks(), trend.report()::toString);
  }

  @Test
  void whatAProgramNeedsToGetGoingIsNoLeak() {
    for (int i = 0; i < 100; i++) {
      trend.add(i, Math.min(i, 20) * MIB);
    }
    assertFalse(trend.report().leaks(), trend.report()::toString);
  }

  @Test
  void aSlowLeakInALongRunIsFound() {
    for (int i = 0; i < 10_000; i++) {
      trend.add(i, 20 * MIB + i * 2048L + i % 7 * MIB);
    }
    assertTrue(trend.report().leaks(), trend.report()::toString);
    assertTrue(trend.report().samples() <= 240, trend.report()::toString);
    assertEquals(15, trend.report().growthBytes() / (double) MIB, 2);
  }

  @Test
  void fewSamplesProveNothing() {
    for (int i = 0; i < 8; i++) {
      trend.add(i, i * 100 * MIB);
    }
    assertFalse(trend.report().leaks());
  }
}
