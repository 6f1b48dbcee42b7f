package dev.gauntlet.peers;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.spi.Capability;
import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.spi.PromiseFactory;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadPoolExecutor;

/**
 * {@code jdk-fixed}: a {@link ThreadPoolExecutor} with as many core as maximum threads over a
 * linked queue. A bounded queue gets the abort or the caller-runs policy. Its promises are {@link
 * java.util.concurrent.FutureTask}s settled through the methods that subclasses may call.
 */
public final class FixedPoolPeer implements PeerProvider {
  private static final Set<Capability> CAPABILITIES =
      Set.of(
          Capability.SHARED_MEMORY,
          Capability.ASYNCHRONOUS,
          Capability.INTERRUPTS_RUNNING_TASKS,
          Capability.BOUNDED_WORKERS,
          Capability.BOUNDED_QUEUE,
          Capability.FIFO_WITH_ONE_WORKER,
          Capability.CUSTOM_THREADS,
          Capability.PROMISES);

  /** Creates the provider; it has no state. */
  public FixedPoolPeer() {}

  @Override
  public String name() {
    return "jdk-fixed";
  }

  @Override
  public String description() {
    return "ThreadPoolExecutor of fixed size over a LinkedBlockingQueue";
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
  public ThreadPoolExecutor openRaw(ExecutorConfig config) {
    Requirements.check(this, config);
    return FixedPool.open(config, name());
  }

  @Override
  public TaskExecutor open(ExecutorConfig config) {
    ThreadPoolExecutor pool = openRaw(config);
    return new FutureTaskExecutor(pool, pool.getQueue());
  }

  @Override
  public Optional<PromiseFactory> promises() {
    return Optional.of(SettableTask.promises());
  }

  @Override
  public Optional<RawPromises> rawPromises() {
    return Optional.of(new FutureTaskRawPromises());
  }
}
