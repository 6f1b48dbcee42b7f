package dev.gauntlet.locking;

import dev.gauntlet.conformance.TaskExecutorConformance;
import dev.gauntlet.spi.ExecutorProvider;

class LockingConformanceTest implements TaskExecutorConformance {

  @Override
  public ExecutorProvider provider() {
    return new LockingProvider();
  }
}
