package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.spi.ExecutorConfig;
import java.util.concurrent.ThreadFactory;

/** Violates L23 only: the workers of two executors with one prefix have the same names. */
@Violates("L23")
final class NamesRepeat extends ReferenceProvider {
  @Override
  public ThreadFactory newThreadFactory(ExecutorConfig config) {
    String prefix = config.threadNamePrefix();
    return prefix == null
        ? super.newThreadFactory(config)
        : Thread.ofPlatform().daemon(config.daemon()).name(prefix + "-", 1).factory();
  }
}
