package dev.gauntlet.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.spi.Capability;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/** The kit and {@code SPEC.md} name the same rules. */
class SpecificationCoverageTest {
  private static final List<Method> TESTS =
      AnnotationSupport.findAnnotatedMethods(
          TaskExecutorConformance.class, Rule.class, HierarchyTraversalMode.TOP_DOWN);

  private static Rule ruleOf(Method test) {
    return test.getAnnotation(Rule.class);
  }

  @Test
  void theSpecificationIsComplete() {
    List<SpecRule> rules = Specification.get().rules();
    assertTrue(rules.size() > 200, "only " + rules.size() + " rules were read");
    for (SpecRule rule : rules) {
      if (rule.level() != SpecRule.Level.RESERVED) {
        assertFalse(rule.intent().isBlank(), rule.id() + " has no intent");
        assertFalse(rule.checked().isBlank(), rule.id() + " does not say how it is checked");
      }
    }
    long ids = rules.stream().map(SpecRule::id).distinct().count();
    assertEquals(rules.size(), ids, "an id is used twice");
  }

  @Test
  void everyMustHasATest() {
    Set<String> tested = new TreeSet<>();
    TESTS.forEach(test -> tested.add(ruleOf(test).value()));
    List<String> untested = new ArrayList<>();
    for (SpecRule rule : Specification.get().rules()) {
      if (rule.level() == SpecRule.Level.MUST && rule.isTestable() && !tested.contains(rule.id())) {
        untested.add(rule.id());
      }
    }
    assertEquals(List.of(), untested, "MUST rules without a test");
  }

  @Test
  void everyTestNamesAKnownRule() {
    for (Method test : TESTS) {
      SpecRule rule =
          Specification.get()
              .rule(ruleOf(test).value())
              .orElseThrow(() -> new AssertionError(test + " names an unknown rule"));
      assertTrue(rule.isTestable(), rule.id() + " is not testable, but has " + test.getName());
      assertFalse(ruleOf(test).check().isBlank(), test.getName() + " does not say what to check");
    }
  }

  @Test
  void everyCapabilityHasOneReplacement() {
    List<Capability> replaced = new ArrayList<>();
    TESTS.forEach(test -> replaced.addAll(Arrays.asList(ruleOf(test).replaces())));
    assertEquals(EnumSet.allOf(Capability.class), EnumSet.copyOf(replaced));
    assertEquals(Capability.values().length, replaced.size(), "replaced twice: " + replaced);
  }
}
