package dev.gauntlet.reports.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.reports.SyntheticRun;
import dev.gauntlet.reports.compare.CompareOptions;
import dev.gauntlet.reports.compare.Comparer;
import dev.gauntlet.reports.compare.Comparison;
import dev.gauntlet.reports.page.model.Glance;
import dev.gauntlet.reports.record.SubjectInfo.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows that measure the machine and no executor. */
class MachineRowsTest {

  private static SyntheticRun machine() {
    return new SyntheticRun()
        .subject("machine", Kind.LIMIT)
        .scenario("Limits", "avgt", "ns/op")
        .scores("Limits", "machine", 5, 5, 5);
  }

  private static Context context(SyntheticRun run) {
    Comparison comparison = Comparer.compare(run.build(), null, CompareOptions.defaults());
    return Context.of(comparison, null);
  }

  @Test
  void theGlanceComparesExecutorsAlone() {
    Context context =
        context(
            machine()
                .subject("mine", Kind.GAUNTLET)
                .subject("jdk-fixed", Kind.PEER)
                .scenario("S", "avgt", "us/op")
                .scores("S", "mine", 1, 1, 1)
                .scores("S", "jdk-fixed", 2, 2, 2));
    Glance glance = new GlanceTable(context).build();
    assertEquals(
        List.of("jdk-fixed", "mine"), glance.columns().stream().map(Glance.Column::name).toList());
    assertEquals(List.of("S"), glance.rows().stream().map(Glance.Line::scenario).toList());
    assertEquals(2, new Scenarios(context).all().size(), "its numbers have a section all the same");
    assertEquals("mine", Headings.header(context.comparison()).title());
    String speed = new Cards(context).all().get(0).toString();
    assertTrue(speed.contains("1 row compared"), speed);
  }

  /** A row whose limit is 5 ns, with scores of 1 and 2. */
  private static Context limited(String unit) {
    return context(
        machine()
            .subject("mine", Kind.GAUNTLET)
            .subject("jdk-fixed", Kind.PEER)
            .limited("S", "avgt", unit, "Limits.run")
            .scores("S", "mine", 1, 1, 1)
            .scores("S", "jdk-fixed", 2, 2, 2));
  }

  @Test
  void whatTheMachineTakesStandsBesideTheBestPeer() {
    Context context = limited("us/op");
    Glance glance = new GlanceTable(context).build();
    assertEquals("limit", glance.columns().get(1).name());
    assertEquals("5.00 ns/op", glance.rows().get(0).cells().get(1).value());
    String section = new Scenarios(context).all().get(1).toString();
    assertTrue(section.contains("limit=200× (200–200)"), section);
    assertTrue(
        section.contains(
            "mine: 1.00 µs/op, 0.500× (0.500–0.500) the best peer's time, 200× the limit"),
        section);
  }

  @Test
  void aLimitThatASubjectIsBelowIsSaidToBoundNothing() {
    Context context = limited("ns/op");
    Glance.CellView limit = new GlanceTable(context).build().rows().get(0).cells().get(1);
    assertEquals("no limit", limit.word());
    assertEquals("run, no bound", limit.detail());
    String section = new Scenarios(context).all().get(1).toString();
    assertTrue(section.contains("It is no bound here: mine was below it"), section);
    String notices = context.comparison().notices().toString();
    assertTrue(notices.contains("1 row has a limit of the machine that a subject was"), notices);
  }

  @Test
  void aRunOfTheMachineAloneShowsIt() {
    Glance glance = new GlanceTable(context(machine())).build();
    assertEquals("machine", glance.columns().get(0).name());
    assertEquals("Limits", glance.rows().get(0).scenario());
  }

  @Test
  void bytesAreNotCalledTimes() {
    Context context =
        context(
            new SyntheticRun()
                .subject("mine", Kind.GAUNTLET)
                .subject("jdk-fixed", Kind.PEER)
                .scenario("Memory", "avgt", "B/op")
                .scores("Memory", "mine", 32, 32, 32)
                .scores("Memory", "jdk-fixed", 56, 56, 56));
    var section = new Scenarios(context).all().get(0);
    String text = section.toString();
    assertTrue(text.contains("Bytes for each operation"), text);
    assertTrue(text.contains("the best peer's bytes"), text);
  }
}
