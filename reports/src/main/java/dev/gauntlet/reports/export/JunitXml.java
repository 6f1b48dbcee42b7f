package dev.gauntlet.reports.export;

import dev.gauntlet.reports.format.CleanText;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Results in the XML that CI servers read. */
public final class JunitXml {
  private static final double MILLIS = 1000.0;

  /**
   * A group of cases.
   *
   * @param name its name
   * @param cases its cases in order
   */
  public record Suite(String name, List<Case> cases) {}

  /**
   * One result.
   *
   * @param group class that the case counts to
   * @param name its name
   * @param millis how long it took, milliseconds
   * @param properties further facts, shown by some servers
   * @param problem what is wrong; null when nothing is
   */
  public record Case(
      String group,
      String name,
      long millis,
      Map<String, String> properties,
      @Nullable Problem problem) {}

  /**
   * What is wrong with a case.
   *
   * @param kind how servers count it
   * @param type a word for the kind of problem
   * @param message one line
   * @param text more of it; may be empty
   */
  public record Problem(Kind kind, String type, String message, String text) {}

  /** How servers count a problem. */
  public enum Kind {
    /** It was tested and is not as it should be. */
    FAILURE("failure"),
    /** It could not be tested. */
    ERROR("error"),
    /** It was not decided. */
    SKIPPED("skipped");

    private final String element;

    Kind(String element) {
      this.element = element;
    }
  }

  private JunitXml() {}

  /** A document with one suite. */
  public static String of(Suite suite) {
    return document(xml -> write(xml, suite));
  }

  /** A document with several suites. */
  public static String of(List<Suite> suites) {
    return document(xml -> {
      open(xml, "\n", "testsuites");
      for (Suite suite : suites) {
        write(xml, suite);
      }
      xml.writeCharacters("\n");
      xml.writeEndElement();
    });
  }

  private interface Body {
    void write(XMLStreamWriter xml) throws XMLStreamException;
  }

  private static String document(Body body) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      body.write(xml);
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException(impossible);
    }
    return text + "\n";
  }

  private static void write(XMLStreamWriter xml, Suite suite) throws XMLStreamException {
    open(xml, "\n", "testsuite");
    attribute(xml, "name", suite.name());
    attribute(xml, "tests", String.valueOf(suite.cases().size()));
    attribute(xml, "failures", count(suite, Kind.FAILURE));
    attribute(xml, "errors", count(suite, Kind.ERROR));
    attribute(xml, "skipped", count(suite, Kind.SKIPPED));
    for (Case each : suite.cases()) {
      write(xml, each);
    }
    xml.writeCharacters("\n");
    xml.writeEndElement();
  }

  private static String count(Suite suite, Kind kind) {
    return String.valueOf(
        suite.cases().stream()
            .map(Case::problem)
            .filter(problem -> problem != null && problem.kind() == kind)
            .count());
  }

  private static void write(XMLStreamWriter xml, Case each) throws XMLStreamException {
    open(xml, "\n  ", "testcase");
    attribute(xml, "classname", each.group());
    attribute(xml, "name", each.name());
    attribute(xml, "time", String.format(Locale.ROOT, "%.3f", each.millis() / MILLIS));
    if (!each.properties().isEmpty()) {
      writeProperties(xml, each.properties());
    }
    Problem problem = each.problem();
    if (problem != null) {
      write(xml, problem);
    }
    xml.writeEndElement();
  }

  private static void writeProperties(XMLStreamWriter xml, Map<String, String> properties)
      throws XMLStreamException {
    open(xml, "\n    ", "properties");
    for (Map.Entry<String, String> property : properties.entrySet()) {
      open(xml, "\n      ", "property");
      attribute(xml, "name", property.getKey());
      attribute(xml, "value", property.getValue());
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private static void write(XMLStreamWriter xml, Problem problem) throws XMLStreamException {
    open(xml, "\n    ", problem.kind().element);
    attribute(xml, "message", problem.message());
    if (problem.kind() != Kind.SKIPPED) {
      attribute(xml, "type", problem.type());
    }
    xml.writeCharacters(CleanText.block(problem.text()));
    xml.writeEndElement();
  }

  private static void open(XMLStreamWriter xml, String before, String element)
      throws XMLStreamException {
    xml.writeCharacters(before);
    xml.writeStartElement(element);
  }

  private static void attribute(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    xml.writeAttribute(name, CleanText.line(value));
  }
}
