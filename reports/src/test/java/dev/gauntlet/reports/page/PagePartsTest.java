package dev.gauntlet.reports.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.reports.record.SubjectInfo;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Ids and colours. */
class PagePartsTest {
  private static SubjectInfo subject(String name) {
    return new SubjectInfo(name, "", null, SubjectInfo.Kind.PEER);
  }

  @Test
  void idsAreReadableStableAndUnique() {
    Anchors anchors = new Anchors();
    assertEquals("rule-C1", anchors.of("rule", "C1"));
    assertEquals("rule-C1", anchors.of("rule", "C1"));
    String odd = anchors.of("rule", "C1 \"><");
    assertNotEquals("rule-C1", odd);
    assertTrue(odd.matches("[A-Za-z0-9-]+"), odd);
  }

  @Test
  void aKnownSubjectKeepsItsColourWhateverElseIsMeasured() {
    Map<String, Integer> alone = Colors.of(List.of(subject("jdk-fixed")));
    Map<String, Integer> many =
        Colors.of(List.of(subject("stranger"), subject("lockfree"), subject("jdk-fixed")));
    assertEquals(alone.get("jdk-fixed"), many.get("jdk-fixed"));
    assertEquals(3, many.values().stream().distinct().count());
  }
}
