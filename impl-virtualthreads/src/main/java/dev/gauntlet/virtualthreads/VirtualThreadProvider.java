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
 * A new virtual thread for each task, without any bound: {@code workers} is not one. Nothing is
 * ever queued, so there is no order of start and a nested join simply ends; the threads are daemon
 * threads, as all virtual threads are. There is no initializer: each worker runs a single task, so
 * it would be a part of every task and prepare nothing that two of them could share.
 */
public final class VirtualThreadProvider implements ExecutorProvider {
  static final String NAME = "virtualthreads";

  private static final Set<Capability> CAPABILITIES =
      Collections.unmodifiableSet(
          EnumSet.of(
              Capability.SHARED_MEMORY,
              Capability.ASYNCHRONOUS,
              Capability.INTERRUPTS_RUNNING_TASKS,
              Capability.PROMISES));

  static {
    Preloading.ensure();
  }

  /** Creates the provider. */
  public VirtualThreadProvider() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "a virtual thread for each task, unbounded";
  }

  @Override
  public Set<Capability> capabilities() {
    return CAPABILITIES;
  }

  @Override
  public TaskExecutor open(ExecutorConfig config) {
    ConfigCheck.check(config, CAPABILITIES, NAME);
    return new VirtualThreadExecutor(
        Pools.opened(new ThreadPerTaskPool(config, VirtualThreads.factory())));
  }

  @Override
  public Optional<PromiseFactory> promises() {
    return Optional.of(HandSettledFuture::new);
  }
}
