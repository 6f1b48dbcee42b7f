package dev.gauntlet.peers;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.spi.Capability;
import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.spi.Promise;
import dev.gauntlet.spi.PromiseFactory;
import io.netty.util.concurrent.DefaultEventExecutorGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutor;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * {@code netty-default}: {@link DefaultEventExecutorGroup}, one queue per worker, filled in turn.
 * Unless a thread factory is given, its threads come from Netty's own factory, whose threads Netty
 * is tuned for. Its bound on waiting tasks is per worker and 16 or more, which is no bounded queue
 * in the sense of the API; a task that has started can no longer be cancelled.
 */
public final class NettyPeer implements PeerProvider {
  private static final Set<Capability> CAPABILITIES =
      Set.of(
          Capability.SHARED_MEMORY,
          Capability.ASYNCHRONOUS,
          Capability.BOUNDED_WORKERS,
          Capability.FIFO_WITH_ONE_WORKER,
          Capability.CUSTOM_THREADS,
          Capability.PROMISES);

  /** Creates the provider; it has no state. */
  public NettyPeer() {}

  @Override
  public String name() {
    return "netty-default";
  }

  @Override
  public String description() {
    return "DefaultEventExecutorGroup of Netty, a queue for each worker";
  }

  @Override
  public Optional<String> version() {
    return Versions.library(EventExecutor.class, "io.netty", "netty-common");
  }

  @Override
  public Set<Capability> capabilities() {
    return CAPABILITIES;
  }

  @Override
  public ExecutorService openRaw(ExecutorConfig config) {
    Requirements.check(this, config);
    return new DefaultEventExecutorGroup(config.workers(), threads(config));
  }

  private ThreadFactory threads(ExecutorConfig config) {
    if (config.threadFactory() != null) {
      return config.threadFactory();
    }
    String prefix = config.threadNamePrefix() == null ? name() : config.threadNamePrefix();
    return new DefaultThreadFactory(prefix, config.daemon());
  }

  @Override
  public TaskExecutor open(ExecutorConfig config) {
    return new BulkWrappingExecutor(openRaw(config), /* pending= */ null, NettyFuture::new);
  }

  @Override
  public Optional<PromiseFactory> promises() {
    return Optional.of(
        new PromiseFactory() {
          @Override
          public <V extends @Nullable Object> Promise<V> newPromise() {
            return new NettyPromise<>();
          }
        });
  }

  @Override
  public Optional<RawPromises> rawPromises() {
    return Optional.of(new NettyRawPromises());
  }
}
