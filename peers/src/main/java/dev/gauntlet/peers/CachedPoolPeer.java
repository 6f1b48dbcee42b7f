package dev.gauntlet.peers;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.spi.Capability;
import dev.gauntlet.spi.ExecutorConfig;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * {@code jdk-cached}: {@link Executors#newCachedThreadPool}. It starts a thread whenever none is
 * idle, so {@code workers} means nothing to it.
 */
public final class CachedPoolPeer implements PeerProvider {
  private static final Set<Capability> CAPABILITIES =
      Set.of(
          Capability.SHARED_MEMORY,
          Capability.ASYNCHRONOUS,
          Capability.INTERRUPTS_RUNNING_TASKS,
          Capability.CUSTOM_THREADS);

  /** Creates the provider; it has no state. */
  public CachedPoolPeer() {}

  @Override
  public String name() {
    return "jdk-cached";
  }

  @Override
  public String description() {
    return "ThreadPoolExecutor that starts a thread whenever none is idle";
  }

  @Override
  public Optional<String> version() {
    return Versions.jdk();
  }

  @Override
  public Set<Capability> capabilities() {
    return CAPABILITIES;
  }

  @Override
  public ExecutorService openRaw(ExecutorConfig config) {
    Requirements.check(this, config);
    return Executors.newCachedThreadPool(config.newThreadFactory(name()));
  }

  @Override
  public TaskExecutor open(ExecutorConfig config) {
    return new FutureTaskExecutor(openRaw(config), /* pending= */ null);
  }
}
