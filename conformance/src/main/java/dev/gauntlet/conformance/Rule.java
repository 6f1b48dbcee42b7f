package dev.gauntlet.conformance;

import dev.gauntlet.spi.Capability;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;

/**
 * Marks a test of one rule of {@code SPEC.md}.
 *
 * <p>The test takes a {@link Kit}. If the provider lacks a capability that the rule {@link #needs},
 * or that a fixture of the kit asks for, the rule of section Y that replaces it is checked instead:
 * no rule is ever skipped.
 */
@Documented
@Test
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Rule {

  /** The id of the rule, such as {@code C17}. */
  String value();

  /** The capabilities without which the rule says nothing about a provider. */
  Capability[] needs() default {};

  /** What to look at in an implementation that breaks the rule: one sentence. */
  String check();

  /** The capability whose absence this rule (of section Y) stands in for; at most one. */
  Capability[] replaces() default {};
}
