package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.spi.ExecutorConfig;
import java.util.concurrent.ThreadFactory;

/** Violates L24 only: worker threads are daemon threads, whatever was asked for. */
@Violates("L24")
final class WorkersAreAlwaysDaemons extends ReferenceProvider {
  @Override
  public ThreadFactory newThreadFactory(ExecutorConfig config) {
    ThreadFactory asked = super.newThreadFactory(config);
    return config.threadFactory() != null
        ? asked
        : body -> {
          Thread thread = asked.newThread(body);
          thread.setDaemon(true);
          return thread;
        };
  }
}
