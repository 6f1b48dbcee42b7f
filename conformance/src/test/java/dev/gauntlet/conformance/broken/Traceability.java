package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.Rule;
import dev.gauntlet.conformance.SpecRule;
import dev.gauntlet.conformance.Specification;
import dev.gauntlet.conformance.TaskExecutorConformance;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/**
 * The table of {@code docs/traceability.md}: for each rule what checks it, and what checks that.
 */
final class Traceability {
  private static final Path RACES = Path.of("../stress/src/main/java");
  private static final Pattern REFERENCE = Pattern.compile("@Ref\\(\"SPEC\\.md#([A-Z]\\d+)\"\\)");

  private final Map<String, Set<String>> tests = new TreeMap<>();
  private final Map<String, Set<String>> defects = new TreeMap<>();
  private final Map<String, Set<String>> races = new TreeMap<>();
  private final Map<String, String> exempt = Exemptions.byRule();
  private final StoredConformance conformance = new StoredConformance();

  Traceability() throws IOException {
    collectTests();
    for (Class<?> defect : Defects.all()) {
      Defects.violated(defect).forEach(rule -> add(defects, rule, defect.getSimpleName()));
    }
    collectRaces();
  }

  private static void add(Map<String, Set<String>> map, String rule, String name) {
    map.computeIfAbsent(rule, key -> new TreeSet<>()).add(name);
  }

  private void collectTests() {
    List<Method> methods =
        AnnotationSupport.findAnnotatedMethods(
            TaskExecutorConformance.class, Rule.class, HierarchyTraversalMode.TOP_DOWN);
    for (Method method : methods) {
      add(tests, method.getAnnotation(Rule.class).value(), method.getName());
    }
  }

  private void collectRaces() throws IOException {
    try (Stream<Path> files = Files.walk(RACES)) {
      for (Path file : files.filter(path -> path.toString().endsWith("Race.java")).toList()) {
        Matcher reference = REFERENCE.matcher(Files.readString(file));
        while (reference.find()) {
          add(races, reference.group(1), file.getFileName().toString().replace(".java", ""));
        }
      }
    }
  }

  /** Returns the rules that a race refers to although they do not say so, and the other way. */
  Set<String> rulesAtOddsWithTheRaces() {
    Set<String> rules = new TreeSet<>();
    for (SpecRule rule : Specification.get().rules()) {
      boolean says = rule.isTestable() && rule.checked().contains("race");
      if (says != races.containsKey(rule.id())) {
        rules.add(rule.id());
      }
    }
    return rules;
  }

  /** Returns the whole document. */
  String document() {
    StringBuilder text =
        new StringBuilder(
            """
            # From the rules to what checks them

            Generated from SPEC.md, the tests of the kit, the broken implementations and the races; the build fails when
            it is stale. A *test* is a method of the kit, a *defect* a class of package `broken` in the kit's own tests
            that the kit was seen to catch, and a *race* a class of `stress`. *Kept by* says which of the four
            implementations were green beside the record of the README; one that is not named lacks what the rule needs,
            and is held to a rule of section Y in its place.
            """);
    String section = "";
    for (SpecRule rule : Specification.get().rules()) {
      if (rule.level() == SpecRule.Level.RESERVED) {
        continue;
      }
      if (!section.equals(rule.section())) {
        section = rule.section();
        text.append("\n## ").append(rule.id().charAt(0)).append(". ").append(section);
        text.append("\n\n| Rule | Tests | Defects | Races | Kept by |\n|---|---|---|---|---|\n");
      }
      appendRow(text, rule);
    }
    return text.toString();
  }

  private void appendRow(StringBuilder text, SpecRule rule) {
    String id = rule.id();
    text.append("| **[").append(id).append("](../SPEC.md#").append(id).append(")** ");
    text.append(rule.sentence().replace("|", "\\|"));
    text.append(" | ").append(rule.isTestable() ? names(tests, id) : rule.checked());
    String reason = exempt.containsKey(id) ? "none: " + exempt.get(id) : "";
    text.append(" | ").append(exempt.containsKey(id) ? reason : names(defects, id));
    text.append(" | ").append(names(races, id));
    text.append(" | ").append(conformance.of(id)).append(" |\n");
  }

  private static String names(Map<String, Set<String>> map, String id) {
    Set<String> names = map.getOrDefault(id, Set.of());
    return names.isEmpty() ? "" : "`" + String.join("`<br>`", names) + "`";
  }
}
