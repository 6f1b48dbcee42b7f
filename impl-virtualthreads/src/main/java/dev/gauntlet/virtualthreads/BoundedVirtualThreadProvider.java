package dev.gauntlet.virtualthreads;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.spi.Capability;
import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.spi.ExecutorProvider;
import dev.gauntlet.spi.PromiseFactory;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * At most {@code workers} bodies at once, on virtual threads. A task that finds a free permit
 * starts a thread; others are queued, and a thread that has ended a task runs the next one, so that
 * thread-locals and a set-up by the initializer last for a burst of tasks. A thread that finds
 * nothing queued ends. The threads are daemon threads, as all virtual threads are.
 */
public final class BoundedVirtualThreadProvider implements ExecutorProvider {
  static final String NAME = "virtualthreads-bounded";

  private static final Set<Capability> CAPABILITIES =
      Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(Capability.CUSTOM_THREADS)));

  static {
    Preloading.ensure();
  }

  /** Creates the provider. */
  public BoundedVirtualThreadProvider() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "a bounded number of virtual threads, each ending when nothing is queued";
  }

  @Override
  public Set<Capability> capabilities() {
    return CAPABILITIES;
  }

  @Override
  public TaskExecutor open(ExecutorConfig config) {
    ConfigCheck.check(config, CAPABILITIES, NAME);
    return new VirtualThreadExecutor(
        Pools.opened(new BoundedPool(config, VirtualThreads.factory())));
  }

  @Override
  public Optional<PromiseFactory> promises() {
    return Optional.of(HandSettledFuture::new);
  }
}
