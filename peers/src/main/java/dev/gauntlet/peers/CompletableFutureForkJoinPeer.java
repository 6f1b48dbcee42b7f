package dev.gauntlet.peers;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.spi.Capability;
import dev.gauntlet.spi.ExecutorConfig;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;

/**
 * {@code jdk-cf-forkjoin}: {@link java.util.concurrent.CompletableFuture#supplyAsync} on a {@link
 * ForkJoinPool} of its own, as it is used without an executor on the common pool. Cancelling such a
 * future interrupts nothing. Hand-settled futures are those of {@code jdk-completablefuture}.
 */
public final class CompletableFutureForkJoinPeer implements PeerProvider {
  private static final Set<Capability> CAPABILITIES =
      Set.of(Capability.SHARED_MEMORY, Capability.ASYNCHRONOUS, Capability.BOUNDED_WORKERS);

  /** Creates the provider; it has no state. */
  public CompletableFutureForkJoinPeer() {}

  @Override
  public String name() {
    return "jdk-cf-forkjoin";
  }

  @Override
  public String description() {
    return "CompletableFuture.supplyAsync on a ForkJoinPool";
  }

  @Override
  public Optional<String> version() {
    return Versions.jdk();
  }

  @Override
  public Set<Capability> capabilities() {
    return CAPABILITIES;
  }

  /** A worker that waits for such a future runs other tasks meanwhile, or is compensated for. */
  @Override
  public boolean joinsNestedTasks() {
    return true;
  }

  @Override
  public ExecutorService openRaw(ExecutorConfig config) {
    Requirements.check(this, config);
    return new CompletableFutureService(new ForkJoinPool(config.workers()));
  }

  @Override
  public TaskExecutor open(ExecutorConfig config) {
    return new WrappingExecutor(openRaw(config), /* pending= */ null, StageFuture::new);
  }
}
