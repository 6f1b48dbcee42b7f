package dev.gauntlet.reports.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;

/** Charts are well-formed, carry their colours themselves, and put values where they belong. */
class ChartTest {
  private static final String HOSTILE = "\"><script>x</script>&\u0000\u001b'\uD800]]>";

  private static BarChart bars(String name) {
    return new BarChart(
        "id1",
        name,
        name,
        name,
        List.of(
            new BarChart.Bar(name, 0, 10, 9, 11, List.of(9.5, 10.5), "10", MarkStyle.RANKED),
            new BarChart.Bar("b", 1, 20, 15, 400, List.of(20.0), "20", MarkStyle.UNRANKED),
            new BarChart.Bar(
                "c", 2, 5, Double.NaN, Double.NaN, List.of(5.0), "5", MarkStyle.RANKED),
            new BarChart.Bar("d", 9, 999, 998, 1000, List.of(999.0), "999", MarkStyle.OFF_SCALE)),
        20.0);
  }

  private static ForestChart forest(String name) {
    return new ForestChart(
        "id2",
        name,
        name,
        name,
        List.of(
            new ForestChart.Mark(name, 0, 0.5, 0.4, 0.625, "faster", MarkStyle.RANKED),
            new ForestChart.Mark(
                "b", 1, 2, Double.NaN, Double.NaN, "undecided", MarkStyle.UNRANKED),
            new ForestChart.Mark("c", 2, 1, 1e-9, 1e9, "undecided", MarkStyle.RANKED),
            new ForestChart.Mark("d", 3, 1e-6, 1e-7, 1e-5, "faster", MarkStyle.OFF_SCALE)),
        0.98,
        1.02,
        1.05);
  }

  private static LineChart lines(String name) {
    return new LineChart(
        "id3",
        name,
        name,
        name,
        name,
        List.of(new LineChart.Tick(0, "1"), new LineChart.Tick(1, name)),
        List.of(
            new LineChart.Series(name, 0, List.of(point(0, 1), point(1, 100))),
            new LineChart.Series("b", 1, List.of(point(0, 1), point(1, 100))),
            new LineChart.Series("c", 2, List.of(point(0.5, 10)))));
  }

  private static LineChart.Point point(double x, double y) {
    return new LineChart.Point(x, y, Double.NaN, Double.NaN, "at " + x, "value " + y);
  }

  static Stream<String> charts() {
    return Stream.of("plain", HOSTILE)
        .flatMap(name -> Stream.of(bars(name).svg(), forest(name).svg(), lines(name).svg()));
  }

  @ParameterizedTest
  @MethodSource("charts")
  void chartsAreWellFormedAndNeedNoStyleSheet(String svg) {
    List<Element> elements = Xml.elements(Xml.parse(svg));
    List<String> ids = new ArrayList<>();
    for (Element element : elements) {
      assertTrue(Xml.ALLOWED.contains(element.getTagName()), element.getTagName());
      NamedNodeMap attributes = element.getAttributes();
      for (int i = 0; i < attributes.getLength(); i++) {
        String name = attributes.item(i).getNodeName();
        assertTrue(!name.equals("style") && !name.startsWith("on"), name);
      }
      if (element.hasAttribute("id")) {
        ids.add(element.getAttribute("id"));
      }
    }
    String chart = ids.get(0).substring(0, 3);
    assertEquals(List.of(chart + "-t", chart + "-d"), ids);
    assertEquals("img", elements.get(0).getAttribute("role"));
    assertEquals(chart + "-t " + chart + "-d", elements.get(0).getAttribute("aria-labelledby"));
  }

  @Test
  void aNameIsShownCleanedAndWhole() {
    Document svg = Xml.parse(bars("a<b>&\u0007\"c'").svg());
    assertEquals(
        "a<b>&\uFFFD\"c'", Xml.withClass(svg, "subject").get(0).getFirstChild().getTextContent());
  }

  @Test
  void barsStartAtZeroAndAreAsLongAsTheirValues() {
    List<Element> bars = Xml.withClass(Xml.parse(bars("plain").svg()), "bar");
    double unit = number(bars.get(0), "width") / 10;
    assertEquals(20 * unit, number(bars.get(1), "width"), 0.2);
    assertEquals(5 * unit, number(bars.get(2), "width"), 0.2);
    assertEquals("none", bars.get(1).getAttribute("fill"), "an outline, since it is not ranked");
    assertEquals("currentColor", bars.get(0).getAttribute("fill"));
    assertTrue(number(bars.get(3), "width") < 30 * unit, "off the scale is cut off");
    assertEquals(number(bars.get(0), "x"), number(bars.get(1), "x"));
  }

  @Test
  void everyForkHasItsDotFromTopToBottom() {
    List<Element> dots = Xml.withClass(Xml.parse(bars("plain").svg()), "dots");
    assertEquals(3, dots.size(), "the bar that is cut off shows none");
    String d = dots.get(0).getAttribute("d");
    assertTrue(d.matches("M[\\d.]+ 13h0M[\\d.]+ 25h0"), d);
  }

  @Test
  void ratiosAreLogarithmicAroundOne() {
    List<Element> marks = Xml.withClass(Xml.parse(forest("plain").svg()), "mark");
    double half = x(marks.get(0));
    double twice = x(marks.get(1));
    double one = x(marks.get(2));
    assertEquals(one - half, twice - one, 0.2);
    assertTrue(marks.get(3).getAttribute("class").contains("cut"), "off the scale is an arrow");
    assertEquals(2, Xml.withClass(Xml.parse(forest("plain").svg()), "interval").size());
  }

  @Test
  void linesRunBetweenTheirPoints() {
    List<Element> lines = Xml.withClass(Xml.parse(lines("plain").svg()), "line");
    String[] ends = lines.get(0).getAttribute("d").substring(1).split("[L ]");
    double low = Double.parseDouble(ends[1]);
    double high = Double.parseDouble(ends[3]);
    String middle = lines.get(2).getAttribute("d").substring(1).split(" ")[1];
    assertTrue(high < low, "more is higher");
    assertEquals((low + high) / 2, Double.parseDouble(middle), 0.1, "10 is half way from 1 to 100");
  }

  @Test
  void aChartIsTheSameWheneverItIsDrawn() {
    assertEquals(bars("plain").svg(), bars("plain").svg());
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  private static double x(Element mark) {
    return Double.parseDouble(mark.getAttribute("d").substring(1).split(" ")[0]);
  }

  @Test
  void textThatDoesNotFitIsShortened() {
    assertEquals("short", TextWidth.fit("short", 100));
    String cut = TextWidth.fit("a-name-that-is-much-too-long-for-this", 100);
    assertTrue(cut.endsWith("…") && TextWidth.of(cut) <= 100, cut);
  }

  @Test
  void namesAtLineEndsAreMovedApart() {
    double[] placed = Spread.apart(new double[] {50, 50, 10, 199}, 14, 0, 200);
    assertEquals(10, placed[2]);
    assertEquals(14, Math.abs(placed[0] - placed[1]));
    assertEquals(199, placed[3]);
    assertEquals(186, Spread.apart(new double[] {200, 200}, 14, 0, 200)[0]);
  }

  @Test
  void ticksAreRoundAndApart() {
    assertEquals(List.of(0.0, 10.0, 20.0, 30.0), Scale.fromZero(37, 0, 200).ticks(50));
    assertEquals(List.of(0.5, 1.0, 2.0), Scale.log(0.4, 2.5, 0, 150).ticks(45));
    assertEquals(List.of(0.001, 1.0, 1000.0), Scale.log(0.0005, 9000, 0, 150).ticks(50));
  }

  @Test
  void theColoursOfNeighboursDifferInShapeToo() {
    String first = Palette.marker(0, 0, 0);
    assertTrue(!first.equals(Palette.marker(1, 0, 0)));
    assertEquals(Palette.light(0), Palette.light(8));
    assertTrue(!first.equals(Palette.marker(8, 0, 0)), "the same colour has another shape");
  }

  /** Reading SVG back. */
  private static final class Xml {
    static final List<String> ALLOWED =
        List.of("svg", "title", "desc", "g", "path", "rect", "text");

    static Document parse(String svg) {
      try {
        var factory = javax.xml.parsers.DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory
            .newDocumentBuilder()
            .parse(new org.xml.sax.InputSource(new java.io.StringReader(svg)));
      } catch (Exception e) {
        throw new AssertionError(svg, e);
      }
    }

    static List<Element> elements(Document document) {
      NodeList all = document.getElementsByTagName("*");
      List<Element> elements = new ArrayList<>();
      for (int i = 0; i < all.getLength(); i++) {
        elements.add((Element) all.item(i));
      }
      return elements;
    }

    static List<Element> withClass(Document document, String name) {
      return elements(document).stream()
          .filter(element -> List.of(element.getAttribute("class").split(" ")).contains(name))
          .toList();
    }
  }
}
