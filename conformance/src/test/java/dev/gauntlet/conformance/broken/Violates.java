package dev.gauntlet.conformance.broken;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The rules that a broken implementation violates; it keeps all others. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface Violates {

  /** The ids of the rules; more than one if the defect cannot break them one by one. */
  String[] value();
}
