package dev.gauntlet.cli;

import dev.gauntlet.conformance.run.RuleResult;
import dev.gauntlet.conformance.run.RuleResult.Outcome;
import dev.gauntlet.reports.record.AtomicFiles;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The results of one subject in the XML that CI servers read. */
final class JunitXml {

  private JunitXml() {}

  static void write(Path file, SubjectResults subject) {
    AtomicFiles.write(file, toXml(subject));
  }

  static String toXml(SubjectResults subject) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      writeSuite(xml, subject);
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException(impossible);
    }
    return text + "\n";
  }

  private static void writeSuite(XMLStreamWriter xml, SubjectResults subject)
      throws XMLStreamException {
    List<RuleResult> tests = subject.tests();
    long failures = tests.stream().filter(test -> test.outcome() == Outcome.BROKEN).count();
    xml.writeCharacters("\n");
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", "gauntlet conform " + subject.name());
    xml.writeAttribute("tests", Integer.toString(tests.size()));
    xml.writeAttribute("failures", Long.toString(failures));
    xml.writeAttribute("errors", "0");
    xml.writeAttribute("skipped", "0");
    for (RuleResult test : tests) {
      writeCase(xml, subject, test);
    }
    xml.writeCharacters("\n");
    xml.writeEndElement();
  }

  private static void writeCase(XMLStreamWriter xml, SubjectResults subject, RuleResult test)
      throws XMLStreamException {
    xml.writeCharacters("\n  ");
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", subject.name());
    xml.writeAttribute("name", test.test());
    xml.writeAttribute(
        "time", String.format(Locale.ROOT, "%.3f", test.duration().toMillis() / 1000.0));
    if (test.outcome() == Outcome.BROKEN) {
      String message = Objects.requireNonNullElse(test.message(), "broken");
      xml.writeStartElement("failure");
      xml.writeAttribute("message", clean(Text.cut(message, 200)));
      xml.writeAttribute("type", subject.isKnown(test) ? "known deviation" : "broken rule");
      xml.writeCharacters(clean(message));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  /** Characters that XML 1.0 cannot carry are replaced: messages hold what subjects say. */
  private static String clean(String text) {
    return text.replaceAll("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD]", "?");
  }
}
