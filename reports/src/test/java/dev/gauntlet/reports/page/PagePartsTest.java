package dev.gauntlet.reports.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.reports.chart.Palette;
import dev.gauntlet.reports.record.SubjectInfo;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
  void whatStandsBetweenBackticksIsCode() {
    assertEquals("a <code>b&lt;c&gt;</code> d", html("a `b<c>` d"));
    assertEquals("a `b d", html("a `b d"));
    assertEquals("&lt;script&gt;", html("<script>"));
  }

  private static String html(String text) {
    StringOutput output = new StringOutput();
    OwaspHtmlTemplateOutput escaping = new OwaspHtmlTemplateOutput(output);
    escaping.setContext("p", null);
    new CodeText(text).writeTo(escaping);
    return output.toString();
  }

  @Test
  void aKnownSubjectKeepsItsColourWhateverElseIsMeasured() {
    Map<String, Integer> alone = Colors.of(List.of(subject("jdk-fixed")));
    Map<String, Integer> many =
        Colors.of(List.of(subject("stranger"), subject("lockfree"), subject("jdk-fixed")));
    assertEquals(alone.get("jdk-fixed"), many.get("jdk-fixed"));
    assertEquals(3, many.values().stream().distinct().count());
  }

  @Test
  void fewSubjectsNeverShareAColour() {
    Map<String, Integer> colors =
        Colors.of(List.of(subject("lockfree"), subject("jetty-qtp"), subject("stranger")));
    assertEquals(0, colors.get("lockfree"));
    assertEquals(
        3, colors.values().stream().map(index -> index % Palette.size()).distinct().count());
  }

  @Test
  void manySubjectsShareColoursButNotMarkers() {
    List<SubjectInfo> many = IntStream.range(0, 20).mapToObj(i -> subject("subject-" + i)).toList();
    assertEquals(20, Colors.of(many).values().stream().distinct().count());
  }
}
