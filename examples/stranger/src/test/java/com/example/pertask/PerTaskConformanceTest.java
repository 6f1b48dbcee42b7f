package com.example.pertask;

import dev.gauntlet.conformance.TaskExecutorConformance;
import dev.gauntlet.spi.ExecutorProvider;

/** Every rule of the specification, as a test of this executor. */
class PerTaskConformanceTest implements TaskExecutorConformance {
  @Override
  public ExecutorProvider provider() {
    return new PerTaskProvider();
  }
}
