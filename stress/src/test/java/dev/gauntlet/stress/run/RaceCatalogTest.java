package dev.gauntlet.stress.run;

import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RaceCatalogTest {
  private final RaceCatalog catalog = RaceCatalog.read();

  @Test
  void everyRace_hasAControlAndASubject() {
    Map<String, List<RaceTest>> races =
        catalog.tests().stream().collect(groupingBy(RaceTest::race));
    races.forEach((race, tests) -> {
      assertTrue(tests.stream().anyMatch(RaceTest::control), race + " has no control");
      assertFalse(tests.stream().allMatch(RaceTest::control), race + " has no subject");
    });
    assertFalse(races.isEmpty());
  }

  @Test
  void everyRace_namesRulesOfTheSpecification() throws IOException {
    String specification = Files.readString(Path.of("..", "SPEC.md"));
    for (RaceTest test : catalog.tests()) {
      assertFalse(test.rules().isEmpty(), test.name() + " names no rule");
      for (String rule : test.rules()) {
        assertTrue(
            specification.contains("<a id=\"" + rule + "\">"), test.name() + " names " + rule);
      }
    }
  }

  @Test
  void everyRace_hasTheActorsThatItsNameSays() {
    for (RaceTest test : catalog.tests()) {
      int named = test.race().split("Vs", -1).length;
      assertEquals(Math.max(2, named), test.actors(), test.name());
    }
  }

  @Test
  void racesOfThree_areBeyondTwoProcessors() {
    assertEquals(
        Set.of(
            "CancelVsSettleVsCallbackRace",
            "ClaimVsClaimVsCancelRace",
            "SubmitVsCancelVsShutdownNowRace"),
        catalog.racesBeyond(2));
    assertEquals(Set.of(), catalog.racesBeyond(3));
  }

  @Test
  void choose_bySubject_keepsTheControls() {
    List<RaceTest> chosen =
        catalog.choose(StressMode.QUICK, Set.of("CompleteVsCancelRace"), Set.of("lockfree"));
    assertEquals(
        List.of("CheckThenActControl", "lockfree"),
        chosen.stream().map(RaceTest::subject).toList());
  }

  @Test
  void choose_dropsRacesThatTheSubjectDoesNotTakePartIn() {
    List<RaceTest> chosen = catalog.choose(StressMode.QUICK, Set.of(), Set.of("locking"));
    assertTrue(chosen.stream().noneMatch(test -> test.race().equals("OfferVsCloseRace")));
    assertThrows(
        StressUsageException.class,
        () -> catalog.choose(StressMode.QUICK, Set.of("OfferVsCloseRace"), Set.of("locking")));
  }

  @Test
  void choose_byUnknownName_saysWhatThereIs() {
    StressUsageException race =
        assertThrows(
            StressUsageException.class,
            () -> catalog.choose(StressMode.QUICK, Set.of("FooRace"), Set.of()));
    assertTrue(race.getMessage().startsWith("unknown race 'FooRace'; there are AsCompleted"));
    StressUsageException subject =
        assertThrows(
            StressUsageException.class,
            () -> catalog.choose(StressMode.QUICK, Set.of(), Set.of("foo")));
    assertTrue(subject.getMessage().startsWith("unknown subject 'foo'; there are lockfree, "));
  }

  @Test
  void choose_inModeVerify_takesTheRacesThatDecideMost() {
    Set<String> races =
        Set.copyOf(
            catalog.choose(StressMode.VERIFY, Set.of(), Set.of()).stream()
                .map(RaceTest::race)
                .toList());
    assertEquals(5, races.size());
  }
}
