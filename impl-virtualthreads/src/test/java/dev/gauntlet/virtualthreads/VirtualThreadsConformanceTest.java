package dev.gauntlet.virtualthreads;

import dev.gauntlet.conformance.TaskExecutorConformance;
import dev.gauntlet.spi.ExecutorProvider;

/** Every rule, with a virtual thread for each task. */
class VirtualThreadsConformanceTest implements TaskExecutorConformance {

  @Override
  public ExecutorProvider provider() {
    return new VirtualThreadProvider();
  }
}
