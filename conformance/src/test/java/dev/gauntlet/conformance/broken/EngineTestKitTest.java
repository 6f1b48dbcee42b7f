package dev.gauntlet.conformance.broken;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.gauntlet.conformance.FutureObjectRules;
import dev.gauntlet.conformance.Rule;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.spi.ExecutorProvider;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/**
 * A test class as users of the kit write it, seen by JUnit's own test kit: what {@link
 * BrokenImplementationsTest} finds with the runner of the kit is found in a build as well.
 */
class EngineTestKitTest {

  static final class OfTheReference implements FutureObjectRules {
    @Override
    public ExecutorProvider provider() {
      return new ReferenceProvider();
    }
  }

  static final class OfADefect implements FutureObjectRules {
    @Override
    public ExecutorProvider provider() {
      return Defects.open(PromiseStartsTwice.class);
    }
  }

  @Test
  void everyTestPasses_forTheReference() {
    Events tests = run(OfTheReference.class);
    long started = tests.started().count();
    assertTrue(started > 0);
    assertEquals(started, tests.succeeded().count());
    assertEquals(0, tests.skipped().count());
  }

  @Test
  void theTestsOfTheViolatedRuleFail_andNoOthers() {
    Events tests = run(OfADefect.class);
    List<Event> failed = tests.failed().list();
    assertEquals(
        Defects.violated(PromiseStartsTwice.class),
        failed.stream().map(EngineTestKitTest::ruleOf).collect(toSet()));
    failed.forEach(event -> assertEquals("S10 is broken by PromiseStartsTwice", headline(event)));
    assertEquals(tests.started().count() - failed.size(), tests.succeeded().count());
    assertEquals(0, tests.skipped().count());
  }

  private static Events run(Class<?> tests) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(tests))
        .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
        .execute()
        .testEvents();
  }

  private static String ruleOf(Event event) {
    TestDescriptor test = event.getTestDescriptor();
    MethodSource source = (MethodSource) test.getSource().orElseThrow();
    return AnnotationSupport.findAnnotation(source.getJavaMethod(), Rule.class)
        .orElseThrow()
        .value();
  }

  private static String headline(Event event) {
    TestExecutionResult result = event.getRequiredPayload(TestExecutionResult.class);
    String message = result.getThrowable().orElseThrow().getMessage();
    return message.substring(0, message.indexOf('\n')).split(":", 2)[0];
  }
}
