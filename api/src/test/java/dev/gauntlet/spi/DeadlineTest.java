package dev.gauntlet.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DeadlineTest {

  @Test
  void zeroAndNegativeHavePassed() {
    for (long none : new long[] {0, -1, Long.MIN_VALUE}) {
      assertTrue(Deadline.after(none, TimeUnit.NANOSECONDS).hasPassed());
      assertTrue(Deadline.after(none, TimeUnit.DAYS).hasPassed());
    }
    assertTrue(Deadline.after(Duration.ofSeconds(Long.MIN_VALUE)).hasPassed());
  }

  @Test
  void theLongestTimeDoesNotOverflow() {
    Deadline longest = Deadline.after(Long.MAX_VALUE, TimeUnit.DAYS);
    assertFalse(longest.hasPassed());
    assertTrue(longest.remainingNanos() > TimeUnit.DAYS.toNanos(36_500));
    assertFalse(Deadline.after(Duration.ofSeconds(Long.MAX_VALUE)).hasPassed());
  }

  @Test
  void remainingTimeShrinks() {
    Deadline hour = Deadline.after(1, TimeUnit.HOURS);
    assertTrue(hour.remainingNanos() <= TimeUnit.HOURS.toNanos(1));
    assertTrue(hour.remainingNanos() > TimeUnit.MINUTES.toNanos(59));
  }

  @Test
  void toNanosSaturates() {
    assertEquals(1_500_000_000L, Deadline.toNanos(Duration.ofMillis(1_500)));
    assertEquals(Long.MAX_VALUE, Deadline.toNanos(Duration.ofDays(365_000)));
    assertEquals(Long.MIN_VALUE, Deadline.toNanos(Duration.ofDays(-365_000)));
  }
}
