package com.example.pertask;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.spi.Capability;
import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.spi.ExecutorProvider;
import dev.gauntlet.spi.RejectionPolicy;
import java.util.EnumSet;
import java.util.Set;

/** Opens executors that give each task a thread of its own, and says what they cannot do. */
public final class PerTaskProvider implements ExecutorProvider {

  @Override
  public String name() {
    return "per-task";
  }

  @Override
  public String description() {
    return "a new platform thread for each task";
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.of(
        Capability.SHARED_MEMORY, Capability.ASYNCHRONOUS, Capability.INTERRUPTS_RUNNING_TASKS);
  }

  @Override
  public TaskExecutor open(ExecutorConfig config) {
    boolean bounded = config.queueCapacity().isPresent();
    boolean blocks = config.rejectionPolicy() == RejectionPolicy.BLOCK;
    refuse(bounded && blocks, Capability.BLOCKS_WHEN_FULL);
    refuse(bounded && !blocks, Capability.BOUNDED_QUEUE);
    refuse(config.threadFactory() != null, Capability.CUSTOM_THREADS);
    refuse(config.threadNamePrefix() != null, Capability.CUSTOM_THREADS);
    refuse(config.initializer() != null, Capability.INITIALIZER);
    return new PerTaskExecutor(config);
  }

  /** What is asked for and not there is an error, never ignored (rules Y4, Y5, Y8, Y9). */
  private void refuse(boolean asked, Capability lacking) {
    if (asked) {
      throw new UnsupportedOperationException(name() + " executors lack " + lacking);
    }
  }
}
