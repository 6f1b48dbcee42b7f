package dev.gauntlet.peers;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.spi.Capability;
import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.spi.RejectionPolicy;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import org.jboss.threads.EnhancedQueueExecutor;
import org.jboss.threads.JBossExecutors;

/**
 * {@code jboss-eqe}: {@link EnhancedQueueExecutor} of JBoss Threads with as many core as maximum
 * threads, no limit on its queue unless one is asked for, no MBean and no statistics. A full queue
 * hands the task to JBoss's direct executor or rejects it.
 */
public final class EnhancedQueuePeer implements PeerProvider {
  private static final Set<Capability> CAPABILITIES =
      Set.of(
          Capability.SHARED_MEMORY,
          Capability.ASYNCHRONOUS,
          Capability.INTERRUPTS_RUNNING_TASKS,
          Capability.BOUNDED_WORKERS,
          Capability.BOUNDED_QUEUE,
          Capability.FIFO_WITH_ONE_WORKER,
          Capability.CUSTOM_THREADS);

  /** Creates the provider; it has no state. */
  public EnhancedQueuePeer() {}

  @Override
  public String name() {
    return "jboss-eqe";
  }

  @Override
  public String description() {
    return "EnhancedQueueExecutor of JBoss Threads";
  }

  @Override
  public Optional<String> version() {
    return Versions.library(EnhancedQueueExecutor.class, "org.jboss.threads", "jboss-threads");
  }

  @Override
  public Set<Capability> capabilities() {
    return CAPABILITIES;
  }

  @Override
  public ExecutorService openRaw(ExecutorConfig config) {
    Requirements.check(this, config);
    EnhancedQueueExecutor.Builder builder =
        new EnhancedQueueExecutor.Builder()
            .setCorePoolSize(config.workers())
            .setMaximumPoolSize(config.workers())
            .setThreadFactory(config.newThreadFactory(name()))
            .setRegisterMBean(false);
    if (config.queueCapacity().isEmpty()) {
      return builder.setQueueLimited(false).build();
    }
    builder.setQueueLimited(true).setMaximumQueueSize(config.queueCapacity().getAsInt());
    if (config.rejectionPolicy() == RejectionPolicy.CALLER_RUNS) {
      builder.setHandoffExecutor(JBossExecutors.directExecutor());
    }
    return builder.build();
  }

  @Override
  public TaskExecutor open(ExecutorConfig config) {
    return new FutureTaskExecutor(openRaw(config), /* pending= */ null);
  }
}
