package dev.gauntlet.peers;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.spi.Capability;
import dev.gauntlet.spi.ExecutorConfig;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * {@code jetty-qtp}: {@link QueuedThreadPool} behind a thin ExecutorService, see {@link
 * QueuedThreadPoolService}. Jetty asks for an unbounded queue and starts at most 8 threads ahead of
 * their first task.
 */
public final class JettyPeer implements PeerProvider {
  private static final int IDLE_TIMEOUT_MILLIS = 60_000;
  private static final int THREADS_AHEAD = 8;
  private static final Set<Capability> CAPABILITIES =
      Set.of(
          Capability.SHARED_MEMORY,
          Capability.ASYNCHRONOUS,
          Capability.INTERRUPTS_RUNNING_TASKS,
          Capability.BOUNDED_WORKERS,
          Capability.FIFO_WITH_ONE_WORKER,
          Capability.CUSTOM_THREADS);

  /** Creates the provider; it has no state. */
  public JettyPeer() {}

  @Override
  public String name() {
    return "jetty-qtp";
  }

  @Override
  public String description() {
    return "QueuedThreadPool of Jetty running FutureTasks";
  }

  @Override
  public Optional<String> version() {
    return Versions.library(QueuedThreadPool.class, "org.eclipse.jetty", "jetty-util");
  }

  @Override
  public Set<Capability> capabilities() {
    return CAPABILITIES;
  }

  @Override
  @SuppressWarnings("NullAway") // the pool takes null for its default queue and thread group
  public ExecutorService openRaw(ExecutorConfig config) {
    Requirements.check(this, config);
    int workers = config.workers();
    return QueuedThreadPoolService.start(
        new QueuedThreadPool(
            workers,
            Math.min(workers, THREADS_AHEAD),
            IDLE_TIMEOUT_MILLIS,
            /* reservedThreads= */ 0,
            /* queue= */ null,
            /* threadGroup= */ null,
            config.newThreadFactory(name())));
  }

  /** Returns false: its stop drops what a worker that gives up has not begun. */
  @Override
  public boolean drainsOnShutdown() {
    return false;
  }

  @Override
  public TaskExecutor open(ExecutorConfig config) {
    return new FutureTaskExecutor(openRaw(config), /* pending= */ null);
  }
}
