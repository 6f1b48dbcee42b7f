package dev.gauntlet.conformance.run;

import dev.gauntlet.conformance.TaskExecutorConformance;
import dev.gauntlet.spi.ExecutorProvider;
import org.junit.jupiter.api.extension.ExtendWith;

/** The rules over the provider of the current run. */
@ExtendWith(ProviderInjection.class)
final class ProviderUnderTest implements TaskExecutorConformance {
  private final ExecutorProvider provider;

  ProviderUnderTest(ExecutorProvider provider) {
    this.provider = provider;
  }

  @Override
  public ExecutorProvider provider() {
    return provider;
  }
}
