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

  /** Returns the class with the limit. */
  Class<?> limits() default Limits.class;

  /** Returns its method that no subject can be better than; empty for none. */
  String limit() default "";

  /** Returns what a subject must have to be asked. */
  Need[] needs() default {};

  /** Returns the name of the figure that it measures itself; empty for the score of JMH. */
  String score() default "";

  /** Returns the unit of its score where that is no time; empty for one of JMH. */
  String unit() default "";

  /** Returns whether it measures the machine itself and no subject. */
  boolean machine() default false;
}
