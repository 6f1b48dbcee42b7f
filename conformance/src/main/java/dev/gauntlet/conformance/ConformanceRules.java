package dev.gauntlet.conformance;

import dev.gauntlet.spi.ExecutorProvider;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** What every group of rules has in common: the provider under test, and the kit around a test. */
@DisplayNameGeneration(RuleNames.class)
@TestMethodOrder(RuleOrder.class)
@ExtendWith(RuleExtension.class)
public interface ConformanceRules {

  /** Returns the provider under test; the same, or an equivalent one, at every call. */
  ExecutorProvider provider();
}
