package dev.gauntlet.reports.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What became of a row since a release. */
class DriftTest {
  private static final Instant START = Instant.parse("2001-01-01T12:00:00Z");
  private static final Series RULER = new Series("dev.example.Ruler", "avgt", Map.of(), 1);
  private static final Series ROW = new Series("dev.example.Row", "avgt", Map.of(), 1);

  private final List<StoredRun> stored = new ArrayList<>();

  /** Adds the run of the next day; the machine's pace is another every day. */
  private void add(double logTime) {
    int day = stored.size();
    double pace = 1 + day % 3;
    stored.add(
        new StoredRun(
            "run " + day,
            START.plus(Duration.ofDays(day)),
            String.format(Locale.ROOT, "c0ffee%02d9999", day),
            null,
            "here",
            List.of(
                new StoredScore(RULER, pace, 5),
                new StoredScore(ROW, pace * Math.exp(logTime), 5))));
  }

  /** Ten runs of about the same time, the last of which is the release. */
  private void released() {
    IntStream.range(0, 10).forEach(i -> add(i * 1e-4));
  }

  private List<Drift> drifts() {
    return History.of(stored, "here", HistoryOptions.of(RULER)).drifts(List.of(ROW), stored.get(9));
  }

  /** Less than one per cent from run to run, 12 % in the end. */
  @Test
  void whatGetsSlowerLittleByLittleIsSuspect() {
    released();
    IntStream.rangeClosed(1, 16).forEach(i -> add(0.007 * i));
    Drift drift = drifts().get(0);
    assertEquals(10, drift.before());
    assertEquals(16, drift.since());
    assertEquals(0.007 * 8.5 - 4.5e-4, Math.log1p(drift.change()), 1e-3);
    // Every later run is slower than every earlier one: one of 26 over 10 choices.
    assertEquals(1 / 5_311_735.0, drift.probability(), 1e-12);
    assertTrue(drift.isSuspect());
  }

  @Test
  void whatIsCertainAndSmallIsNone() {
    released();
    IntStream.range(0, 16).forEach(i -> add(0.04 + i * 1e-4));
    assertTrue(drifts().get(0).probability() < 1e-6);
    assertFalse(drifts().get(0).isSuspect());
  }

  @Test
  void whatIsLargeAndUncertainIsNone() {
    IntStream.range(0, 10).forEach(i -> add(0.1 * i));
    IntStream.range(0, 10).forEach(i -> add(0.1 * i + 0.06));
    assertEquals(0.06, Math.log1p(drifts().get(0).change()), 1e-9);
    assertFalse(drifts().get(0).isSuspect());
  }

  @Test
  void whatGetsFasterIsNone() {
    released();
    IntStream.range(0, 16).forEach(i -> add(-0.3 - i * 1e-4));
    assertFalse(drifts().get(0).isSuspect());
  }

  @Test
  void onlyTheLastRunsOfEitherSideCount() {
    IntStream.range(0, 30).forEach(i -> add(9 + i * 1e-4));
    released();
    IntStream.range(0, 30).forEach(i -> add(9 + i * 1e-4));
    IntStream.range(0, 20).forEach(i -> add(0.1 + i * 1e-4));
    Drift drift =
        History.of(stored, "here", HistoryOptions.of(RULER))
            .drifts(List.of(ROW), stored.get(39))
            .get(0);
    assertEquals(20, drift.before());
    assertEquals(20, drift.since());
    assertTrue(drift.change() < 0, "half of the runs before took 9");
  }

  @Test
  void sevenRunsAfterItAreTooFew() {
    released();
    IntStream.range(0, 7).forEach(i -> add(1 + i * 1e-4));
    assertEquals(List.of(), drifts());
    add(1);
    assertEquals(1, drifts().size());
  }

  @ParameterizedTest
  @CsvSource({
    "c0ffee07, run 7",
    "c0ffee079999, run 7",
    "run 3, run 3",
    "2001-01-05, run 4",
    "2002-01-01, run 9"
  })
  void aReleaseIsFoundByCommitByRunAndByDay(String name, String run) {
    released();
    assertEquals(Optional.of(run), Release.in(stored, name).map(StoredRun::id));
  }

  @ParameterizedTest
  @CsvSource({"c0ffee", "c0ffee10", "v1.0", "2000-12-31"})
  void whatNoRunIsOfIsNotFound(String name) {
    released();
    assertEquals(Optional.empty(), Release.in(stored, name));
  }
}
