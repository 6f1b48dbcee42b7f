package dev.gauntlet.peers;

import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.MoreExecutors;
import dev.gauntlet.TaskExecutor;
import dev.gauntlet.spi.Capability;
import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.spi.Promise;
import dev.gauntlet.spi.PromiseFactory;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import org.jspecify.annotations.Nullable;

/**
 * {@code guava-listening}: {@link MoreExecutors#listeningDecorator(ExecutorService)} over the pool
 * of {@code jdk-fixed}.
 */
public final class GuavaPeer implements PeerProvider {
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
  public GuavaPeer() {}

  @Override
  public String name() {
    return "guava-listening";
  }

  @Override
  public String description() {
    return "Guava's listening decorator over a ThreadPoolExecutor of fixed size";
  }

  @Override
  public Optional<String> version() {
    return Versions.library(ListenableFuture.class, "com.google.guava", "guava");
  }

  @Override
  public Set<Capability> capabilities() {
    return CAPABILITIES;
  }

  @Override
  public ExecutorService openRaw(ExecutorConfig config) {
    return MoreExecutors.listeningDecorator(pool(config));
  }

  @Override
  public TaskExecutor open(ExecutorConfig config) {
    ThreadPoolExecutor pool = pool(config);
    return new BulkWrappingExecutor(
        MoreExecutors.listeningDecorator(pool), pool.getQueue(), GuavaFuture::new);
  }

  private ThreadPoolExecutor pool(ExecutorConfig config) {
    Requirements.check(this, config);
    return FixedPool.open(config, name());
  }

  @Override
  public Optional<PromiseFactory> promises() {
    return Optional.of(
        new PromiseFactory() {
          @Override
          public <V extends @Nullable Object> Promise<V> newPromise() {
            return new GuavaPromise<>();
          }
        });
  }

  @Override
  public Optional<RawPromises> rawPromises() {
    return Optional.of(new GuavaRawPromises());
  }
}
