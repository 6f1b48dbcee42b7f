package dev.gauntlet.conformance.broken;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.conformance.SpecRule;
import dev.gauntlet.conformance.Specification;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Every MUST with a test has a broken implementation, or a reason in {@code
 * rules-without-a-defect.txt} why it has none.
 */
class DefectCoverageTest {
  private static final String EXEMPT = "rules-without-a-defect.txt";

  private static Set<String> violated() {
    Set<String> violated = new TreeSet<>();
    Defects.all().forEach(defect -> violated.addAll(Defects.violated(defect)));
    return violated;
  }

  /** Returns the reasons by rule; a line is an id, a blank and a reason. */
  private static Map<String, String> exempt() {
    Map<String, String> exempt = new TreeMap<>();
    try (InputStream text = DefectCoverageTest.class.getResourceAsStream(EXEMPT)) {
      for (String line : new String(text.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          String[] words = line.split(" ", 2);
          assertTrue(words.length == 2 && !words[1].isBlank(), words[0] + " has no reason");
          exempt.put(words[0], words[1]);
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return exempt;
  }

  @Test
  void everyMustHasADefectOrAReason() {
    Set<String> violated = violated();
    Map<String, String> exempt = exempt();
    List<String> uncaught = new ArrayList<>();
    for (SpecRule rule : Specification.get().rules()) {
      boolean must = rule.level() == SpecRule.Level.MUST && rule.isTestable();
      if (must && !violated.contains(rule.id()) && !exempt.containsKey(rule.id())) {
        uncaught.add(rule.id());
      }
    }
    assertEquals(List.of(), uncaught, "rules that nothing is shown to catch");
  }

  @Test
  void theListNamesNoRuleThatHasADefect() {
    Set<String> needless = new TreeSet<>(exempt().keySet());
    needless.retainAll(violated());
    assertEquals(Set.of(), needless, "take these out of " + EXEMPT);
  }

  @Test
  void bothNameKnownRules() {
    Set<String> named = violated();
    named.addAll(exempt().keySet());
    for (String id : named) {
      SpecRule rule = Specification.get().rule(id).orElseThrow(() -> new AssertionError(id));
      assertEquals(SpecRule.Level.MUST, rule.level(), id);
    }
  }

  @Test
  void eachDefectFitsOnAScreen() throws Exception {
    for (Class<?> defect : Defects.all()) {
      java.nio.file.Path source =
          java.nio.file.Path.of(
              "src/test/java", defect.getName().replace('.', '/').concat(".java"));
      long lines = java.nio.file.Files.readAllLines(source).size();
      assertTrue(lines <= 70, defect.getSimpleName() + " has " + lines + " lines");
    }
  }
}
