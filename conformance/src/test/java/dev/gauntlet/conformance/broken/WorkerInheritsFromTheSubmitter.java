package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.spi.ExecutorConfig;
import java.util.concurrent.ThreadFactory;

/**
 * Violates L31 only: a worker inherits the thread-locals and the class loader of the thread whose
 * submit started it.
 */
@Violates("L31")
final class WorkerInheritsFromTheSubmitter extends ReferenceProvider {
  @Override
  public ThreadFactory newThreadFactory(ExecutorConfig config) {
    if (config.threadFactory() != null || config.threadNamePrefix() != null) {
      return super.newThreadFactory(config);
    }
    return body -> {
      Thread thread = new Thread(body);
      thread.setDaemon(config.daemon());
      return thread;
    };
  }
}
