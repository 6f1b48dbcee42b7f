package dev.gauntlet.stress.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PassTest {
  private static final RaceTest CANCEL = test("FooVsBarRace", 2, "C7");
  private static final RaceTest VISIBILITY = test("FooPublicationRace", 2, "R5", "V2");
  private static final RaceTest THREE = test("AVsBVsCRace", 3, "C7");
  private static final List<RaceTest> ALL = List.of(CANCEL, VISIBILITY, THREE);

  private static RaceTest test(String race, int actors, String... rules) {
    return new RaceTest("x." + race + ".Locking", race, "locking", false, actors, List.of(rules));
  }

  @Test
  void eachActorIsCompiledInThreeWays() {
    assertEquals(9 + 9 + 27, Pass.inEachWay(1).jvms(ALL));
    assertEquals(3, Pass.alike(1).jvms(ALL));
  }

  @Test
  void theCompilerOrdersAtRandomWhereARaceIsAboutVisibility() {
    Pass randomized = Pass.randomized(3, 1);
    assertEquals(List.of(VISIBILITY), randomized.of(ALL));
    assertEquals(3, randomized.jvms(ALL));
    String jvm = randomized.arguments().get(randomized.arguments().indexOf("-jvmArgs") + 1);
    assertTrue(jvm.contains("-XX:+StressLCM"), jvm);
  }

  @Test
  void theFullLaneHasBoth() {
    assertEquals(
        List.of("in-each-way", "randomized"),
        StressMode.FULL.passes().stream().map(Pass::name).toList());
  }
}
