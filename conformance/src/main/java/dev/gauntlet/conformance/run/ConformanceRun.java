package dev.gauntlet.conformance.run;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.gauntlet.conformance.Rule;
import dev.gauntlet.spi.ExecutorProvider;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Checks the rules against one provider after the other, on JUnit. Not thread-safe. */
public final class ConformanceRun {
  private final Set<String> rules;

  private ConformanceRun(Set<String> rules) {
    this.rules = rules;
  }

  /** Returns a run of every rule. */
  public static ConformanceRun ofAllRules() {
    return new ConformanceRun(Set.of());
  }

  /**
   * Returns a run of the rules with the given ids.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static ConformanceRun ofRules(Set<String> ids) {
    if (ids.isEmpty()) {
      throw new IllegalArgumentException("no rule is named");
    }
    return new ConformanceRun(Set.copyOf(ids));
  }

  /**
   * Runs the rules against a provider.
   *
   * @param listener told each result as it arrives, on the thread of the call
   * @return all results, in the order of the rules
   */
  public List<RuleResult> run(ExecutorProvider provider, Consumer<RuleResult> listener) {
    String key = ProviderInjection.register(provider);
    try {
      ResultCollector collector = new ResultCollector(provider.name(), listener);
      launcher().execute(request(key), collector);
      return collector.results();
    } finally {
      ProviderInjection.unregister(key);
    }
  }

  /** Returns how many tests a run of these rules has. */
  public int size() {
    TestPlan plan = launcher().discover(request("unused"));
    return (int) plan.countTestIdentifiers(test -> test.isTest());
  }

  private static Launcher launcher() {
    return LauncherFactory.create(
        LauncherConfig.builder()
            .enableTestExecutionListenerAutoRegistration(false)
            .enableLauncherSessionListenerAutoRegistration(false)
            .build());
  }

  private LauncherDiscoveryRequest request(String key) {
    return LauncherDiscoveryRequestBuilder.request()
        .selectors(selectClass(ProviderUnderTest.class))
        .filters((PostDiscoveryFilter) this::isIncluded)
        .configurationParameter(ProviderInjection.KEY, key)
        .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
        .build();
  }

  private FilterResult isIncluded(TestDescriptor test) {
    boolean included =
        rules.isEmpty()
            || RuleOfTest.of(test.getSource()).map(Rule::value).map(rules::contains).orElse(true);
    return FilterResult.includedIf(included);
  }
}
