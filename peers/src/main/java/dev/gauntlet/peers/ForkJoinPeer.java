package dev.gauntlet.peers;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.spi.Capability;
import dev.gauntlet.spi.ExecutorConfig;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;

/**
 * {@code jdk-forkjoin}: {@link ForkJoinPool} with {@code workers} as its parallelism and its own
 * {@code submit}. Its workers come from a factory of its own kind and are daemon threads. A task
 * cannot be interrupted on a JDK before 22.
 */
public final class ForkJoinPeer implements PeerProvider {
  private static final int INTERRUPTS_SINCE = 22;

  /** Creates the provider; it has no state. */
  public ForkJoinPeer() {}

  @Override
  public String name() {
    return "jdk-forkjoin";
  }

  @Override
  public String description() {
    return "ForkJoinPool with tasks submitted from outside";
  }

  @Override
  public Optional<String> version() {
    return Versions.jdk();
  }

  @Override
  public Set<Capability> capabilities() {
    Set<Capability> capabilities =
        EnumSet.of(Capability.SHARED_MEMORY, Capability.ASYNCHRONOUS, Capability.BOUNDED_WORKERS);
    if (Runtime.version().feature() >= INTERRUPTS_SINCE) {
      capabilities.add(Capability.INTERRUPTS_RUNNING_TASKS);
    }
    return capabilities;
  }

  /** A worker that joins a task of its pool runs it or others, or is compensated for. */
  @Override
  public boolean joinsNestedTasks() {
    return true;
  }

  /** Returns false: a worker may go on to the next task with the interrupt of the last one. */
  @Override
  public boolean confinesInterrupts() {
    return false;
  }

  @Override
  public ForkJoinPool openRaw(ExecutorConfig config) {
    Requirements.check(this, config);
    return new ForkJoinPool(config.workers());
  }

  @Override
  public TaskExecutor open(ExecutorConfig config) {
    return new BulkWrappingExecutor(openRaw(config), /* pending= */ null, ForkJoinFuture::new);
  }
}
