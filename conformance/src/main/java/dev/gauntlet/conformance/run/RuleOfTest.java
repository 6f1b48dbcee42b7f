package dev.gauntlet.conformance.run;

import dev.gauntlet.conformance.Rule;
import java.util.Optional;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.MethodSource;

/** Which rule a test of the kit checks. */
final class RuleOfTest {
  private RuleOfTest() {}

  /** Returns the rule of the method that a test comes from; empty for what is no test of a rule. */
  static Optional<Rule> of(Optional<TestSource> source) {
    return source
        .filter(MethodSource.class::isInstance)
        .map(MethodSource.class::cast)
        .flatMap(method -> AnnotationSupport.findAnnotation(method.getJavaMethod(), Rule.class));
  }
}
