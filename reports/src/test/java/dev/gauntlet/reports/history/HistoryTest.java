package dev.gauntlet.reports.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.reports.history.Nomination.Status;
import dev.gauntlet.reports.statistics.ChangePoint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A new run against stored ones. */
class HistoryTest {
  private static final Instant START = Instant.parse("2001-01-01T00:00:00Z");
  private static final Series RULER = new Series("dev.example.Ruler", "avgt", Map.of(), 1);
  private static final Series ROW = new Series("dev.example.Row", "avgt", Map.of("n", "1"), 1);

  private final List<StoredRun> stored = new ArrayList<>();

  /** A run on a machine that is {@code pace} times slower, whose row takes {@code time} rulers. */
  private static StoredRun run(int day, String machine, double pace, double time, int forks) {
    return new StoredRun(
        "run " + day,
        START.plus(Duration.ofDays(day)),
        null,
        null,
        machine,
        List.of(new StoredScore(RULER, pace, 5), new StoredScore(ROW, pace * time, forks)));
  }

  /** Logs alternate by 1 % around 0; the machine's pace varies by a factor of three. */
  private void store(int runs) {
    for (int day = 0; day < runs; day++) {
      stored.add(run(day, "here", 1 + day % 3, Math.exp(day % 2 == 0 ? 0.01 : -0.01), 5));
    }
  }

  private Nomination judge(double time) {
    History history = History.of(stored, "here", HistoryOptions.of(RULER));
    List<Nomination> nominations = history.judge(run(1000, "here", 7, time, 5));
    assertEquals(1, nominations.size());
    return nominations.get(0);
  }

  @Test
  void slowerThanTheBoundIsSuspectAndFasterNever() {
    store(20);
    assertEquals(Status.OK, judge(1.049).status());
    assertEquals(Status.SUSPECT, judge(1.051).status());
    assertEquals(Status.OK, judge(0.5).status());
  }

  @Test
  void theBoundIsStudentsWhereThatIsMoreThanTheMargin() {
    for (int day = 0; day < 20; day++) {
      stored.add(run(day, "here", 1, Math.exp(day % 2 == 0 ? 0.1 : -0.1), 5));
    }
    // t(19) at .95 is 1.729133; deviation .1 sqrt(20/19); sqrt(1 + 1/20).
    double reach = 1.729133 * 0.1 * Math.sqrt(20.0 / 19) * Math.sqrt(1.05);
    Nomination nomination = judge(Math.exp(reach + 1e-4));
    Double bound = nomination.bound();
    assertNotNull(bound);
    assertEquals(Math.expm1(reach), bound, 1e-6);
    assertEquals(Status.SUSPECT, nomination.status());
    assertEquals(Status.OK, judge(Math.exp(reach - 1e-4)).status());
  }

  @Test
  void nineteenRunsAreNoHistory() {
    store(19);
    Nomination nomination = judge(100);
    assertEquals(Status.NO_HISTORY, nomination.status());
    assertEquals(19, nomination.runs());
    assertNull(nomination.bound());
  }

  @Test
  void runsOfOtherMachinesAndOfFewForksDoNotCount() {
    store(19);
    stored.add(run(20, "there", 1, 1, 5));
    stored.add(run(21, "here", 1, 1, 4));
    assertEquals(Status.NO_HISTORY, judge(1).status());
    stored.add(run(22, "here", 1, 1, 5));
    assertEquals(Status.OK, judge(1).status());
  }

  @Test
  void aRunOfAnotherMachineIsNotJudged() {
    store(20);
    History history = History.of(stored, "here", HistoryOptions.of(RULER));
    assertEquals(Status.NO_HISTORY, history.judge(run(99, "there", 1, 9, 5)).get(0).status());
  }

  @Test
  void onlyTheLastRunsCount() {
    for (int day = 0; day < 30; day++) {
      stored.add(run(day, "here", 1, 5, 5));
    }
    for (int day = 30; day < 70; day++) {
      stored.add(run(day, "here", 1, Math.exp(day % 2 == 0 ? 0.01 : -0.01), 5));
    }
    Nomination nomination = judge(1.06);
    assertEquals(40, nomination.runs());
    assertEquals(Status.SUSPECT, nomination.status());
  }

  @Test
  void aStepIsFoundWhereItIs() {
    store(20);
    for (int day = 20; day < 32; day++) {
      stored.add(run(day, "here", 1, Math.exp(day % 2 == 0 ? 0.06 : 0.04), 5));
    }
    History history = History.of(stored, "here", HistoryOptions.of(RULER));
    List<ChangePoint> changes = history.changes(ROW, 1);
    assertEquals(1, changes.size());
    assertEquals(20, changes.get(0).index());
    assertEquals(0.05, changes.get(0).after() - changes.get(0).before(), 1e-9);
    assertTrue(changes.get(0).probability() <= 0.01);
  }

  @Test
  void aWindowShorterThanAHistoryIsRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> new HistoryOptions(RULER, 0.05, 0.05, 19, null));
  }
}
