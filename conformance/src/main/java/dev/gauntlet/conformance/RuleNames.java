package dev.gauntlet.conformance;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.platform.commons.support.AnnotationSupport;

/** Displays a test as its rule's id and the method's name in words. */
public final class RuleNames extends DisplayNameGenerator.Standard {

  /** For JUnit. */
  public RuleNames() {}

  @Override
  public String generateDisplayNameForMethod(
      List<Class<?>> enclosingInstanceTypes, Class<?> testClass, Method testMethod) {
    String words = inWords(testMethod.getName());
    return AnnotationSupport.findAnnotation(testMethod, Rule.class)
        .map(rule -> rule.value() + " " + words)
        .orElse(words);
  }

  static String inWords(String name) {
    return name.replaceAll("(?<=[A-Za-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }
}
