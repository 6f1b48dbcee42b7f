package dev.gauntlet.peers;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.spi.Capability;
import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.spi.Promise;
import dev.gauntlet.spi.PromiseFactory;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * {@code jdk-completablefuture}: {@link java.util.concurrent.CompletableFuture#supplyAsync} on the
 * pool of {@code jdk-fixed}. Cancelling such a future interrupts nothing.
 */
public final class CompletableFuturePeer implements PeerProvider {
  private static final Set<Capability> CAPABILITIES =
      Set.of(
          Capability.SHARED_MEMORY,
          Capability.ASYNCHRONOUS,
          Capability.BOUNDED_WORKERS,
          Capability.BOUNDED_QUEUE,
          Capability.FIFO_WITH_ONE_WORKER,
          Capability.CUSTOM_THREADS,
          Capability.PROMISES);

  /** Creates the provider; it has no state. */
  public CompletableFuturePeer() {}

  @Override
  public String name() {
    return "jdk-completablefuture";
  }

  @Override
  public String description() {
    return "CompletableFuture.supplyAsync on a ThreadPoolExecutor of fixed size";
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
    return new CompletableFutureService(FixedPool.open(config, name()));
  }

  @Override
  public TaskExecutor open(ExecutorConfig config) {
    return new WrappingExecutor(openRaw(config), /* pending= */ null, StageFuture::new);
  }

  @Override
  public Optional<PromiseFactory> promises() {
    return Optional.of(
        new PromiseFactory() {
          @Override
          public <V extends @Nullable Object> Promise<V> newPromise() {
            return new StagePromise<>();
          }
        });
  }

  @Override
  public Optional<RawPromises> rawPromises() {
    return Optional.of(new CompletableFutureRawPromises());
  }
}
