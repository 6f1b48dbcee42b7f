package dev.gauntlet.virtualthreads;

import dev.gauntlet.spi.Capability;
import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.spi.RejectionPolicy;
import java.util.Set;

/** Refuses a configuration that asks for what a provider lacks: ignoring it would be a lie. */
final class ConfigCheck {

  private ConfigCheck() {}

  /**
   * Checks what a configuration asks for.
   *
   * @throws UnsupportedOperationException if a capability is lacking; the message names it
   */
  static void check(ExecutorConfig config, Set<Capability> capabilities, String provider) {
    boolean namesThreads = config.threadFactory() != null || config.threadNamePrefix() != null;
    require(namesThreads, Capability.CUSTOM_THREADS, capabilities, provider);
    require(config.initializer() != null, Capability.INITIALIZER, capabilities, provider);
    if (config.queueCapacity().isPresent()) {
      boolean blocks = config.rejectionPolicy() == RejectionPolicy.BLOCK;
      Capability needed = blocks ? Capability.BLOCKS_WHEN_FULL : Capability.BOUNDED_QUEUE;
      require(true, needed, capabilities, provider);
    }
  }

  private static void require(
      boolean asked, Capability needed, Set<Capability> capabilities, String provider) {
    if (asked && !capabilities.contains(needed)) {
      throw new UnsupportedOperationException(
          "the executor " + provider + " lacks the capability " + needed);
    }
  }
}
