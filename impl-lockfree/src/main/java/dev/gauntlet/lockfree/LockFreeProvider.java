package dev.gauntlet.lockfree;

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
 * Opens executors that take no lock between a submission and its result.
 *
 * <p>All capabilities are there. Tasks that one thread has submitted from outside start in its
 * order; those of different threads, and those of a worker, do so with one worker alone (L22), and
 * with several in any order. An executor runs at most 1,048,575 workers, whatever is asked for.
 */
public final class LockFreeProvider implements ExecutorProvider {
  private static final Set<Capability> ALL =
      Collections.unmodifiableSet(EnumSet.allOf(Capability.class));

  /** Creates the provider. */
  public LockFreeProvider() {}

  @Override
  public String name() {
    return "lockfree";
  }

  @Override
  public Set<Capability> capabilities() {
    return ALL;
  }

  @Override
  public TaskExecutor open(ExecutorConfig config) {
    return new LockFreeExecutor(config);
  }

  @Override
  public Optional<PromiseFactory> promises() {
    return Optional.of(LockFreePromise.FACTORY);
  }

  @Override
  public String description() {
    return "compare-and-set everywhere: the task is the queue node, and claiming it is taking it";
  }
}
