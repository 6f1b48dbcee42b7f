package dev.gauntlet.conformance;

import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.spi.ExecutorProvider;

/** Every rule holds for the reference implementation: the kit raises no false alarm. */
class ReferenceConformanceTest implements TaskExecutorConformance {

  @Override
  public ExecutorProvider provider() {
    return new ReferenceProvider();
  }
}
