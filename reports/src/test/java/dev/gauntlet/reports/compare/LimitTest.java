package dev.gauntlet.reports.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.gauntlet.reports.SyntheticRun;
import dev.gauntlet.reports.record.SubjectInfo.Kind;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How far subjects are from what the machine itself takes. */
class LimitTest {
  private static SyntheticRun run(String mode, String unit, String limit) {
    return new SyntheticRun()
        .subject("machine", Kind.LIMIT)
        .subject("mine", Kind.GAUNTLET)
        .scenario("Limits", "avgt", "ns/op")
        .limited("S", mode, unit, limit)
        .scores("Limits", "machine", 200, 400);
  }

  private static Row row(SyntheticRun run) {
    Comparison comparison = Comparer.compare(run.build(), null, CompareOptions.defaults());
    return comparison.rows("S").get(0);
  }

  private static double ratio(Row row) {
    Cell mine = row.cell("mine").orElseThrow();
    return Objects.requireNonNull(mine.toLimit()).value();
  }

  @Test
  void timesAreDividedInOneUnitAndWithinRounds() {
    // 1 us over 200 ns, and 8 us over 400 ns.
    Row row = row(run("avgt", "us/op", "Limits.run").scores("S", "mine", 1, 8));
    assertEquals(Math.sqrt(5 * 20), ratio(row), 1e-9);
    assertEquals("run", Objects.requireNonNull(row.limit()).name());
    assertEquals(Math.sqrt(200 * 400), Objects.requireNonNull(row.limit()).value(), 1e-9);
    assertEquals("ns/op", Objects.requireNonNull(row.limit()).unit());
  }

  @Test
  void throughputIsTurnedRound() {
    // 1000 operations in a millisecond are 1000 ns each.
    Row row = row(run("thrpt", "ops/ms", "Limits.run").scores("S", "mine", 1000, 500));
    assertEquals(5, ratio(row), 1e-9);
  }

  @Test
  void figuresOfOneUnitAreDividedAsTheyAre() {
    Row row =
        row(
            run("avgt", "B/op", "Bytes.run")
                .scenario("Bytes", "avgt", "B/op")
                .scores("Bytes", "machine", 16, 16)
                .scores("S", "mine", 32, 64));
    assertEquals(Math.sqrt(2 * 4), ratio(row), 1e-9);
    assertEquals("B/op", Objects.requireNonNull(row.limit()).unit());
  }

  @Test
  void whatIsOfAnotherKindOrWasNotMeasuredHasNoLimit() {
    assertNull(row(run("avgt", "B/op", "Limits.run").scores("S", "mine", 1, 8)).limit());
    assertNull(row(run("avgt", "us/op", "Limits.other").scores("S", "mine", 1, 8)).limit());
  }

  @Test
  void whatASubjectIsBelowIsNoLimit() {
    Row above = row(run("avgt", "us/op", "Limits.run").scores("S", "mine", 1, 8));
    assertEquals(Optional.empty(), above.belowLimit());
    // 0.1 us over 200 ns, and 0.1 us over 400 ns.
    Row below = row(run("avgt", "us/op", "Limits.run").scores("S", "mine", 0.1, 0.1));
    assertEquals("mine", below.belowLimit().orElseThrow().subject());
  }
}
