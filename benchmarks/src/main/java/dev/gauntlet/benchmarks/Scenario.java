package dev.gauntlet.benchmarks;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a benchmark class asks, for lists and reports. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Scenario {

  /** Returns the question, one sentence. */
  String question();

  /** Returns the ids of the rules without which the numbers of a subject mean nothing. */
  String[] rules() default {};

  /** Returns whether it measures promises, which not every subject has, and no executor. */
  boolean promises() default false;
}
