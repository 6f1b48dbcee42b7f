package dev.gauntlet.conformance.broken;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.conformance.SpecRule;
import dev.gauntlet.conformance.Specification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every MUST with a test has a broken implementation, or a reason why it has none. */
class DefectCoverageTest {
  private static final int MOST_LINES = 40;

  private static Set<String> violated() {
    Set<String> violated = new TreeSet<>();
    Defects.all().forEach(defect -> violated.addAll(Defects.violated(defect)));
    return violated;
  }

  @Test
  void everyMustHasADefectOrAReason() {
    Set<String> covered = violated();
    covered.addAll(Exemptions.byRule().keySet());
    List<String> uncaught = new ArrayList<>();
    for (SpecRule rule : Specification.get().rules()) {
      boolean must = rule.level() == SpecRule.Level.MUST && rule.isTestable();
      if (must && !covered.contains(rule.id())) {
        uncaught.add(rule.id());
      }
    }
    assertEquals(List.of(), uncaught, "rules that nothing is shown to catch");
  }

  @Test
  void theListNamesNoRuleThatHasADefect() {
    Set<String> needless = new TreeSet<>(Exemptions.byRule().keySet());
    needless.retainAll(violated());
    assertEquals(Set.of(), needless, "take these out of " + Exemptions.FILE);
    Exemptions.byRule().forEach((id, reason) -> assertFalse(reason.isBlank(), id));
  }

  @Test
  void bothNameKnownRules() {
    Set<String> named = violated();
    named.addAll(Exemptions.byRule().keySet());
    for (String id : named) {
      SpecRule rule = Specification.get().rule(id).orElseThrow(() -> new AssertionError(id));
      assertEquals(SpecRule.Level.MUST, rule.level(), id);
    }
  }

  @Test
  void eachDefectFitsOnAScreen() throws IOException {
    for (Class<?> defect : Defects.all()) {
      Path source = Path.of("src/test/java", defect.getName().replace('.', '/') + ".java");
      List<String> lines = Files.readAllLines(source);
      long size = lines.stream().dropWhile(line -> !line.startsWith("@Violates")).count();
      assertTrue(size <= MOST_LINES, defect.getSimpleName() + " has " + size + " lines");
    }
  }
}
