package dev.gauntlet.conformance;

import dev.gauntlet.spi.Capability;
import dev.gauntlet.spi.ExecutorProvider;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * Runs one test of a rule: hands it a {@link Kit}, limits its time, swaps in the rule of section Y
 * where the provider lacks a capability, checks {@link Conservation} afterwards, and says in the
 * failure what the rule is.
 */
public final class RuleExtension implements ParameterResolver, InvocationInterceptor {
  /** The key under which the replacing rule is published. */
  static final String REPLACED_BY = "gauntlet.replacedBy";

  /** For JUnit. */
  public RuleExtension() {}

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Kit.class;
  }

  @Override
  public Kit resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return new Kit(((ConformanceRules) context.getRequiredTestInstance()).provider());
  }

  @Override
  public void interceptTestMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> called,
      ExtensionContext context)
      throws Throwable {
    Optional<Rule> rule = AnnotationSupport.findAnnotation(called.getExecutable(), Rule.class);
    if (rule.isEmpty()) {
      invocation.proceed();
      return;
    }
    invocation.skip();
    ConformanceRules instance = (ConformanceRules) context.getRequiredTestInstance();
    Optional<Capability> missing = run(instance, called.getExecutable(), rule.get());
    Set<Capability> replaced = EnumSet.noneOf(Capability.class);
    while (missing.isPresent() && replaced.add(missing.get())) {
      Method replacement = replacementFor(missing.get());
      Rule replacing = AnnotationSupport.findAnnotation(replacement, Rule.class).orElseThrow();
      context.publishReportEntry(REPLACED_BY, replacing.value());
      missing = run(instance, replacement, replacing);
    }
    if (missing.isPresent()) {
      throw new IllegalStateException("the rules that replace " + replaced + " ask for each other");
    }
  }

  /** Returns the capability for lack of which the rule says nothing about the provider, if any. */
  private static Optional<Capability> run(ConformanceRules instance, Method test, Rule rule)
      throws Throwable {
    ExecutorProvider provider = instance.provider();
    for (Capability needed : rule.needs()) {
      if (!provider.capabilities().contains(needed)) {
        return Optional.of(needed);
      }
    }
    Kit kit = new Kit(provider);
    try {
      TimeLimit.run(() -> {
        invoke(test, instance, kit);
        new Conservation(kit).check();
      });
      return Optional.empty();
    } catch (MissingCapability missing) {
      return Optional.of(missing.capability());
    } catch (Throwable failure) {
      throw RuleFailure.of(rule, provider.name(), failure);
    } finally {
      TimeLimit.attempt("release", kit::release);
    }
  }

  private static void invoke(Method test, ConformanceRules instance, Kit kit) throws Throwable {
    try {
      test.setAccessible(true);
      test.invoke(instance, kit);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause() == null ? thrown : thrown.getCause();
    }
  }

  private static Method replacementFor(Capability capability) {
    return ReflectionSupport.findMethods(
            CapabilityRules.class,
            method ->
                AnnotationSupport.findAnnotation(method, Rule.class)
                    .filter(rule -> Arrays.asList(rule.replaces()).contains(capability))
                    .isPresent(),
            HierarchyTraversalMode.TOP_DOWN)
        .stream()
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no rule replaces " + capability));
  }
}
