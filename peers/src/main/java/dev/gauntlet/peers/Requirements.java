package dev.gauntlet.peers;

import dev.gauntlet.spi.Capability;
import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.spi.ExecutorProvider;
import dev.gauntlet.spi.RejectionPolicy;

/** Refuses a configuration that asks a peer for what it cannot do. */
final class Requirements {

  private Requirements() {}

  /**
   * Returns normally if the provider has what the configuration asks for.
   *
   * @throws UnsupportedOperationException naming the first capability that is lacking
   */
  static void check(ExecutorProvider provider, ExecutorConfig config) {
    if (config.queueCapacity().isPresent()) {
      boolean blocks = config.rejectionPolicy() == RejectionPolicy.BLOCK;
      require(
          provider,
          blocks ? Capability.BLOCKS_WHEN_FULL : Capability.BOUNDED_QUEUE,
          "a queue capacity with " + config.rejectionPolicy());
    }
    if (config.initializer() != null) {
      require(provider, Capability.INITIALIZER, "an initializer");
    }
    if (config.threadFactory() != null) {
      require(provider, Capability.CUSTOM_THREADS, "a thread factory");
    }
    if (config.threadNamePrefix() != null) {
      require(provider, Capability.CUSTOM_THREADS, "a thread name prefix");
    }
  }

  private static void require(ExecutorProvider provider, Capability capability, String asked) {
    if (!provider.capabilities().contains(capability)) {
      throw new UnsupportedOperationException(
          provider.name() + " lacks " + capability + ", so it cannot be opened with " + asked);
    }
  }
}
