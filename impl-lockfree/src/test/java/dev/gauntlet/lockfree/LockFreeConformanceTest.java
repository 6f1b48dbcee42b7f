package dev.gauntlet.lockfree;

import dev.gauntlet.conformance.TaskExecutorConformance;
import dev.gauntlet.spi.ExecutorProvider;

class LockFreeConformanceTest implements TaskExecutorConformance {

  @Override
  public ExecutorProvider provider() {
    return new LockFreeProvider();
  }
}
