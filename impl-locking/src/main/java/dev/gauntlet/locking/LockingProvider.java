package dev.gauntlet.locking;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.spi.Capability;
import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.spi.ExecutorProvider;
import dev.gauntlet.spi.Promise;
import dev.gauntlet.spi.PromiseFactory;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Opens executors whose queue, workers and futures are guarded by locks. They have every
 * capability. Progress: retrieval from a done future is wait-free; every other operation takes a
 * lock for a few instructions, and none is held while user code runs or a thread parks.
 */
public final class LockingProvider implements ExecutorProvider {
  static {
    Preloading.run();
  }

  /** Creates the provider; it has no state. */
  public LockingProvider() {}

  @Override
  public String name() {
    return "locking";
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.allOf(Capability.class);
  }

  @Override
  public TaskExecutor open(ExecutorConfig config) {
    return new LockingExecutor(Objects.requireNonNull(config, "config"));
  }

  /** {@inheritDoc} What callbacks of these futures throw goes to the default log (K8). */
  @Override
  public Optional<PromiseFactory> promises() {
    return Optional.of(
        new PromiseFactory() {
          @Override
          public <V extends @Nullable Object> Promise<V> newPromise() {
            return new LockingPromise<>();
          }
        });
  }

  @Override
  public String description() {
    return "One lock per pool and one per future: intrusive FIFO queue, LIFO stack of idle workers";
  }
}
