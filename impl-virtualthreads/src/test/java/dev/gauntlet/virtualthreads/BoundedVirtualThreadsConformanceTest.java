package dev.gauntlet.virtualthreads;

import dev.gauntlet.conformance.TaskExecutorConformance;
import dev.gauntlet.spi.ExecutorProvider;

/** Every rule, with a bounded number of virtual threads. */
class BoundedVirtualThreadsConformanceTest implements TaskExecutorConformance {

  @Override
  public ExecutorProvider provider() {
    return new BoundedVirtualThreadProvider();
  }
}
