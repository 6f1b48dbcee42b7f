package dev.gauntlet.conformance;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.MethodDescriptor;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.MethodOrdererContext;

/** Runs the rules in the order of {@code SPEC.md}. */
public final class RuleOrder implements MethodOrderer {
  private static final Comparator<MethodDescriptor> ORDER =
      Comparator.<MethodDescriptor>comparingInt(RuleOrder::position)
          .thenComparing(method -> method.getMethod().getName());

  /** For JUnit. */
  public RuleOrder() {}

  @Override
  public void orderMethods(MethodOrdererContext context) {
    context.getMethodDescriptors().sort(ORDER);
  }

  private static int position(MethodDescriptor method) {
    Optional<Rule> rule = method.findAnnotation(Rule.class);
    List<SpecRule> rules = Specification.get().rules();
    for (int i = 0; rule.isPresent() && i < rules.size(); i++) {
      if (rules.get(i).id().equals(rule.get().value())) {
        return i;
      }
    }
    return rules.size();
  }
}
