package dev.gauntlet.conformance.mutation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** PIT's {@code mutations.xml}. */
final class MutationReport {
  private static final String PACKAGE = "dev.gauntlet.";

  /** What the tests did not notice. NO_COVERAGE: no test came there. */
  private static final Set<String> UNNOTICED = Set.of("SURVIVED", "NO_COVERAGE");

  private final Map<String, Map<String, Integer>> counts = new TreeMap<>();
  private final Set<Mutant> survivors = new TreeSet<>();

  private MutationReport() {}

  /** Reads a report; the order of its mutants is that of their bytecode, method by method. */
  static MutationReport read(Path file) throws Exception {
    NodeList nodes =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(file.toFile())
            .getElementsByTagName("mutation");
    List<Element> mutations = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      mutations.add((Element) nodes.item(i));
    }
    mutations.sort(Comparator.comparingInt(MutationReport::index));
    MutationReport report = new MutationReport();
    Map<Mutant, Integer> numbers = new HashMap<>();
    mutations.forEach(mutation -> report.add(mutation, numbers));
    return report;
  }

  private static int index(Element mutation) {
    return Integer.parseInt(
        text((Element) mutation.getElementsByTagName("indexes").item(0), "index"));
  }

  private void add(Element mutation, Map<Mutant, Integer> numbers) {
    String status = mutation.getAttribute("status");
    String type = text(mutation, "mutatedClass").replace(PACKAGE, "");
    counts
        .computeIfAbsent(Mutant.outermost(type), unseen -> new TreeMap<>())
        .merge(status, 1, Integer::sum);
    String mutator = text(mutation, "mutator");
    Mutant kind =
        new Mutant(
            type,
            text(mutation, "mutatedMethod") + text(mutation, "methodDescription"),
            mutator.substring(mutator.lastIndexOf('.') + 1),
            0);
    int number = numbers.merge(kind, 1, Integer::sum);
    if (UNNOTICED.contains(status)) {
      survivors.add(new Mutant(kind.type(), kind.method(), kind.mutator(), number));
    }
  }

  private static String text(Element parent, String name) {
    return parent.getElementsByTagName(name).item(0).getTextContent();
  }

  /** How many mutants there are of each status in each outermost class. */
  Map<String, Map<String, Integer>> counts() {
    return counts;
  }

  int count(String status) {
    return counts.values().stream().mapToInt(of -> of.getOrDefault(status, 0)).sum();
  }

  int mutants() {
    return counts.values().stream()
        .flatMap(of -> of.values().stream())
        .mapToInt(Integer::intValue)
        .sum();
  }

  /** Those that no test has noticed. */
  Set<Mutant> survivors() {
    return survivors;
  }
}
