package dev.gauntlet.virtualthreads;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.spi.ExecutorConfig;
import java.util.concurrent.ThreadFactory;

/** Bounded pools whose threads come from a factory, which the provider does not take. */
public final class BoundedPools {
  private BoundedPools() {}

  /** Opens a pool. */
  public static TaskExecutor open(ExecutorConfig config, ThreadFactory threads) {
    Preloading.ensure();
    return new VirtualThreadExecutor(new BoundedPool(config, threads));
  }
}
