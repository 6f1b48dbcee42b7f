package dev.gauntlet.reports.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.reports.SampleRuns;
import dev.gauntlet.reports.record.ConformanceMatrix;
import dev.gauntlet.reports.record.RaceMatrix;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules and races for spreadsheets and comments. */
class MatrixExportTest {
  private static final ConformanceMatrix RULES =
      SampleRuns.matrix(List.of("a", "b", "c", "d", "e|x", "f", "g"));
  private static final RaceMatrix RACES = SampleRuns.races(List.of("a", "b"));

  @Test
  void everyRuleOfEverySubjectIsALineOfCsv() {
    String csv = ConformanceExport.csv(RULES);
    assertTrue(csv.startsWith("rule,level,section,subject,version,outcome,"), csv);
    assertTrue(csv.contains("\nC1,MUST,Cancel,a,1,kept,,false,,3\n"), csv);
    assertTrue(
        csv.contains("\nC1,MUST,Cancel,e|x,1,broken,,true,\"expected: not started\nseen:"), csv);
    assertTrue(csv.contains("\nC2,SHOULD,Cancel,g,1,replaced,C1,false,,3\n"), csv);
  }

  @Test
  void rulesAreDownAndSubjectsAcrossInMarkdown() {
    List<String> lines = ConformanceExport.markdown(RULES).lines().toList();
    assertEquals("| rule | a | b | c | d | e\\|x | f | g |", lines.get(0));
    assertEquals("|---|---|---|---|---|---|---|---|", lines.get(1));
    assertEquals("| C1 | kept | kept | kept | kept | broken, known | kept | kept |", lines.get(2));
    assertEquals("| C2 | kept | kept | kept | kept | kept | kept | by C1 |", lines.get(3));
    assertEquals("| S4 | kept | kept | kept | kept | **broken** | kept | kept |", lines.get(4));
  }

  @Test
  void everyOutcomeOfARaceIsALineOfCsv() {
    String csv = RacesExport.csv(RACES);
    assertTrue(
        csv.contains(
            "\nParkVsSubmitRace,b,false,false,FORBIDDEN_OUTCOME,1234567,lost,FORBIDDEN,7,It is lost.\n"),
        csv);
    assertTrue(
        RacesExport.csv(SampleRuns.raceOfThree())
            .endsWith(",NOT_RUN_HERE,0,,,,\"needs 3 processors, and 2 are there\"\n"));
  }

  @Test
  void everyRaceOfEverySubjectIsALineOfMarkdown() {
    String text = RacesExport.markdown(RACES);
    assertTrue(
        text.contains("| ParkVsSubmitRace | b | 1,234,567 | **FORBIDDEN\\_OUTCOME** |\n"), text);
    assertTrue(
        text.contains("| ParkVsSubmitRace | WeakControl (control) | 1,234,567 | ok |\n"), text);
  }
}
