package dev.gauntlet.reports.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.reports.SampleRuns;
import dev.gauntlet.reports.SyntheticRun;
import dev.gauntlet.reports.compare.CompareOptions;
import dev.gauntlet.reports.compare.Comparer;
import dev.gauntlet.reports.compare.Comparison;
import dev.gauntlet.reports.compare.RunsAbreast;
import dev.gauntlet.reports.record.SubjectInfo.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Text for terminals, Markdown, spreadsheets and programs. */
class ExportTest {
  private static SyntheticRun run(String mode) {
    return new SyntheticRun()
        .mode(mode)
        .subject("mine", Kind.GAUNTLET)
        .subject("jdk-fixed", Kind.PEER)
        .subject("a,b\"c", Kind.PEER)
        .scenario("Round|Trip", "avgt", "us/op", "C1")
        .scores("Round|Trip", "mine", 1, 1, 1, 1, 1, 1, 1, 1)
        .scores("Round|Trip", "jdk-fixed", 2, 2, 2, 2, 2, 2, 2, 2)
        .scores("Round|Trip", "a,b\"c", 2, 2.6);
  }

  private static Comparison comparison(String mode) {
    return Comparer.compare(run(mode).build(), null, CompareOptions.defaults());
  }

  @Test
  void theTableReadsAtEightyColumns() {
    assertEquals(
        """
        Round|Trip  1 thread  [us/op]
          subject    mean  ratio  interval     B/op  group  verdict
          mine       1.00   0.50  0.500-0.500  48.0  a      ^ faster
          jdk-fixed  2.00      1               48.0  b      baseline
          a,b"c      2.28   1.14  0.22-6.04    48.0  ab     ? undecided

        ratio: time over jdk-fixed's, below 1 is faster; interval: 95 %
        group: subjects of a row that share a letter cannot be told apart, with all
          3 pairs judged together; faster and slower are then marked (hint)
        ! Some subjects have only 2 forks: with fewer than 6 a verdict is a hint.
        ! 1 interval is wider than +-10 %, the widest: Round|Trip (1 thread) / a,b"c
          over +-100 %. More forks would narrow them.
        Quick numbers are a look and no result.
        """,
        ComparisonTable.of(comparison("quick"), TextStyle.plain()));
  }

  @Test
  void theHeadlineShowsTheBestPeerAndOurOwn_inBoldWhatIsAheadOfIt() {
    assertEquals(
        """
        |  | limit | jdk-fixed | best peer | mine | CPU an op | B an op |
        |---|--:|--:|--:|--:|--:|--:|
        | Round\\|Trip, 1 thread | – | 2.00 µs/op | jdk-fixed of 2 | **0.50 (0.500–0.500)** | 1.50 / 1.50 µs | 48 / 48 |
        """,
        HeadlineTable.of(comparison("default")).split("\n\n", -1)[0] + "\n");
  }

  @Test
  void theHeadlineHoldsOurOwnAgainstTheBestPeerWhereTheBaselineHasNoRow() {
    SyntheticRun run =
        new SyntheticRun()
            .mode("default")
            .subject("mine", Kind.GAUNTLET)
            .subject("jdk-fixed", Kind.PEER)
            .subject("other", Kind.PEER)
            .scenario("Both", "avgt", "us/op")
            .scenario("Callbacks", "avgt", "us/op")
            .scores("Both", "jdk-fixed", 2, 2)
            .scores("Callbacks", "mine", 6, 6)
            .scores("Callbacks", "other", 3, 3);
    Comparison comparison = Comparer.compare(run.build(), null, CompareOptions.defaults());
    assertEquals(
        """
        |  | limit | jdk-fixed | best peer | mine | CPU an op | B an op |
        |---|--:|--:|--:|--:|--:|--:|
        | Both, 1 thread | – | 2.00 µs/op | jdk-fixed of 1 | – | 1.50 / – µs | 48 / – |
        | Callbacks, 1 thread | – | – | other of 1: 3.00 µs/op | 2.00 (2.000–2.000) † | – / 1.50 µs | – / 48 |

        Time over the time of jdk-fixed, forks paired within rounds, with the 95 % interval; below 1 is \
        faster, and bold is faster than the
        best of the peers that keep the rules of the scenario, as many as are named, at 95 %, each ratio for \
        itself. The last two columns are of
        jdk-fixed and of ours, in that order.
        †: over the best peer, where jdk-fixed has no row. Run 2001-01-01T000000Z-0000000.
        """,
        HeadlineTable.of(comparison));
  }

  @Test
  void sixRoundsShowWhatCannotBeToldApart() {
    Comparison comparison =
        Comparer.compare(
            new SyntheticRun()
                .mode("default")
                .subject("mine", Kind.GAUNTLET)
                .subject("jdk-fixed", Kind.PEER)
                .subject("other", Kind.PEER)
                .scenario("S", "avgt", "us/op")
                .scores("S", "mine", 1, 1, 1, 1, 1, 1)
                .scores("S", "jdk-fixed", 2, 2, 2, 2, 2, 2)
                .scores("S", "other", 2, 2, 2, 2, 2, 2)
                .build(),
            null,
            CompareOptions.defaults());
    assertEquals(
        """
        S  1 thread  [us/op]
          subject    mean  ratio  interval     B/op  group  verdict
          mine       1.00   0.50  0.500-0.500  48.0  a      ^ faster
          jdk-fixed  2.00      1               48.0  b      baseline
          other      2.00   1.00  1.000-1.000  48.0  b      = same

        ratio: time over jdk-fixed's, below 1 is faster; interval: 95 %
        group: subjects of a row that share a letter cannot be told apart, with all
          3 pairs judged together; faster and slower are then marked (hint)
        """,
        ComparisonTable.of(comparison, TextStyle.plain()));
    JsonNode json = JsonMapper.builder().build().readTree(ComparisonJson.of(comparison));
    JsonNode group = json.get("groups").get(0);
    assertEquals("mine", group.get("members").get(0).get("subject").asString());
    assertEquals("a", group.get("members").get(0).get("letters").asString());
    assertEquals(0.5, group.get("contrasts").get(0).get("ratio").asDouble(), 1e-12);
  }

  @Test
  void whereNothingCanBeToldApartNothingIsClaimed() {
    SyntheticRun few =
        new SyntheticRun()
            .subject("mine", Kind.GAUNTLET)
            .subject("jdk-fixed", Kind.PEER)
            .scenario("S", "avgt", "us/op")
            .scores("S", "mine", 1, 1, 1, 1, 1)
            .scores("S", "jdk-fixed", 2, 2, 2, 2, 2);
    String text =
        ComparisonTable.of(
            Comparer.compare(few.build(), null, CompareOptions.defaults()), TextStyle.plain());
    assertTrue(text.contains("^ faster (hint)\n"), text);
    assertTrue(text.contains("No two subjects can be told apart, with all 1 pair judged"), text);
    assertFalse(text.contains("group"), text);
  }

  @Test
  void glyphsAndColoursAreUsedWhereTheyCanBeShown() {
    String text = ComparisonTable.of(comparison("default"), new TextStyle(false, true, 80));
    assertTrue(text.contains("\u001b[34m▲ faster\u001b[0m"), text);
    assertTrue(text.contains("[µs/op]"), text);
    assertFalse(text.contains("Quick numbers"), text);
    assertTrue(TextStyle.forCharset("US-ASCII").ascii());
    assertTrue(TextStyle.forCharset(null).ascii());
    assertTrue(TextStyle.forCharset("no such charset").ascii());
    assertFalse(TextStyle.forCharset("UTF-8").ascii());
  }

  @Test
  void noLineIsWiderThanTheTerminal() {
    for (SyntheticRun run : List.of(SampleRuns.ordinary(), SampleRuns.quick())) {
      Comparison comparison =
          Comparer.compare(
              run.build(), SampleRuns.matrix(SampleRuns.SUBJECTS), CompareOptions.defaults());
      String text = ComparisonTable.of(comparison, TextStyle.plain());
      assertTrue(text.chars().allMatch(c -> c == '\n' || c >= ' ' && c < 127), text);
      text.lines().forEach(line -> assertTrue(line.length() <= 80, line));
    }
  }

  @Test
  void aBrokenRuleTakesTheVerdictsPlace() {
    Comparison comparison =
        Comparer.compare(
            SampleRuns.ordinary().build(),
            SampleRuns.matrix(SampleRuns.SUBJECTS),
            CompareOptions.defaults());
    assertTrue(ComparisonTable.of(comparison, TextStyle.plain()).contains("x breaks C1"));
    assertTrue(Markdown.of(comparison).contains("✗ **0.93×** (0.90–0.95) breaks C1"));
    assertTrue(Csv.comparison(comparison).contains(",not ranked,"));
  }

  @Test
  void markdownEscapesWhatMarkdownReads() {
    String text = Markdown.of(comparison("quick"));
    assertTrue(text.startsWith("> **Quick numbers are a look and no result.**\n"), text);
    assertTrue(
        text.contains(
            "| Round\\|Trip, 1 thread | 2.00 µs/op | ▲ **0.50×** (0.500–0.500) faster | ? **1.14×** (0.22–6.04) undecided |"),
        text);
    assertEquals("\\[x\\](y) &lt;b&gt; \\*\\_\\`", Markdown.escape("[x](y) <b> *_`"));
  }

  @Test
  void csvQuotesWhatItMust() {
    List<String> lines = Csv.comparison(comparison("default")).lines().toList();
    assertEquals(4, lines.size());
    assertTrue(
        lines
            .get(0)
            .endsWith(
                ",broken_rules,round_1,round_2,round_3,round_4,round_5,round_6,round_7,round_8"));
    assertEquals(
        "Round|Trip,run,avgt,,1,us/op,mine,1,1,1,jdk-fixed,0.5,0.5,0.5,8,faster,jdk-fixed,0.5,,,48,1500,0.75,,1,1,1,1,1,1,1,1",
        lines.get(1));
    assertTrue(lines.get(3).contains(",\"a,b\"\"c\",2.28035,"), lines.get(3));
    assertTrue(lines.get(3).endsWith(",2,2.6,,,,,,"), lines.get(3));
    assertEquals("'=1+1", Csv.field("=1+1"));
    assertEquals("-1", Csv.field(-1.0));
  }

  @Test
  void jsonHasEveryNumber() {
    JsonNode json = JsonMapper.builder().build().readTree(ComparisonJson.of(comparison("quick")));
    assertEquals("jdk-fixed", json.get("baseline").asString());
    assertEquals("quick", json.get("mode").asString());
    JsonNode mine = json.get("rows").get(0);
    assertEquals(0.5, mine.get("ratio").asDouble(), 1e-12);
    assertEquals("faster", mine.get("verdict").asString());
    assertTrue(json.get("rows").get(1).get("ratio").isNull());
    assertEquals(2, json.get("notices").size());
  }

  @Test
  void twoRunsStandSideBySide() {
    Comparison before = comparison("default");
    Comparison after =
        Comparer.compare(
            new SyntheticRun()
                .subject("mine", Kind.GAUNTLET)
                .scenario("Round|Trip", "avgt", "us/op")
                .scores("Round|Trip", "mine", 1.5, 1.5, 1.5, 1.5, 1.5, 1.5)
                .build(),
            null,
            CompareOptions.defaults());
    assertEquals(
        """
        A  2001-01-01T000000Z-0000000  commit 0000000
        B  2001-01-01T000000Z-0000000  commit 0000000

        Round|Trip  1 thread  [us/op]
          subject  run  forks  score    /A  interval     group  verdict
          mine     A        8   1.00                     a     \s
                   B        6   1.50  1.50  1.500-1.500  b      v slower

        group: runs of a row that share a letter cannot be told apart, with all pairs of
        runs judged together; slower and faster are then marked (hint). Runs are not
        interleaved: what separates two may be the machine.
        """,
        RunsTable.of(RunsAbreast.of(List.of(before, after)), TextStyle.plain()));
  }

  @Test
  void runsOfDifferentMachinesAreNotJudged() {
    Comparison other =
        Comparer.compare(
            run("default").cpuModel("another").build(), null, CompareOptions.defaults());
    String text =
        RunsTable.of(RunsAbreast.of(List.of(comparison("default"), other)), TextStyle.plain());
    assertTrue(text.contains("   not comparable with A: CPU model differs: invented"), text);
    assertTrue(text.contains("not comparable\n"), text);
    assertFalse(text.contains("= same"), text);
  }
}
