package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.SpecRule;
import dev.gauntlet.conformance.Specification;
import dev.gauntlet.spi.ExecutorProvider;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.platform.commons.support.ReflectionSupport;

/** The broken implementations of this package, and the rules that are checked against each. */
final class Defects {
  /** Deterministic, but with a hundred thousand tasks each. */
  private static final Set<String> LONG_RULES = Set.of("C21", "K10");

  /**
   * Of waits that end too early, by some 40 ms: no more than a thread may be kept waiting in
   * company.
   */
  private static final Set<String> TIMED_RULES = Set.of("J3", "W8");

  private Defects() {}

  /** Returns the classes in the order of their names. */
  static List<Class<?>> all() {
    return ReflectionSupport.findAllClassesInPackage(
            Defects.class.getPackageName(),
            type -> type.isAnnotationPresent(Violates.class),
            name -> true)
        .stream()
        .sorted(Comparator.comparing(Class::getSimpleName))
        .toList();
  }

  static ExecutorProvider open(Class<?> defect) {
    return (ExecutorProvider) ReflectionSupport.newInstance(defect);
  }

  /** Returns whether no virtual thread can run while the kit checks the defect. */
  static boolean takesTheCarriers(Class<?> defect) {
    return violated(defect).contains("W15");
  }

  /**
   * Returns whether the defect shows by chance or by milliseconds, which a busy machine takes away.
   */
  static boolean isCheckedAlone(Class<?> defect) {
    Set<String> violated = violated(defect);
    return !Collections.disjoint(violated, TIMED_RULES)
        || Specification.get().rules().stream()
            .anyMatch(rule -> violated.contains(rule.id()) && isRepeated(rule));
  }

  private static boolean isRepeated(SpecRule rule) {
    return rule.checked().contains("repeated rounds");
  }

  /** Returns the ids of the rules that the defect breaks. */
  static Set<String> violated(Class<?> defect) {
    return new TreeSet<>(List.of(defect.getAnnotation(Violates.class).value()));
  }

  /**
   * Returns the rules that every build checks beside those that the defect breaks: the others of
   * their sections that one run decides. Rules with many rounds look at the same code as these, for
   * longer; they are checked when the whole kit is.
   */
  static Set<String> keptInEveryBuild(Class<?> defect) {
    Set<String> violated = violated(defect);
    Set<Character> sections = new TreeSet<>();
    violated.forEach(id -> sections.add(id.charAt(0)));
    Set<String> kept = new TreeSet<>();
    for (SpecRule rule : Specification.get().rules()) {
      if (sections.contains(rule.id().charAt(0)) && isQuick(rule)) {
        kept.add(rule.id());
      }
    }
    kept.removeAll(violated);
    return kept;
  }

  private static boolean isQuick(SpecRule rule) {
    return rule.isTestable() && !isRepeated(rule) && !LONG_RULES.contains(rule.id());
  }
}
