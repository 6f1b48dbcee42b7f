package dev.gauntlet.conformance.reference;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.spi.Capability;
import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.spi.ExecutorProvider;
import dev.gauntlet.spi.Promise;
import dev.gauntlet.spi.PromiseFactory;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadFactory;

/**
 * The implementation by which the kit itself is tested: every capability, one lock per pool, no
 * thought of speed. It is put together from parts that a broken implementation replaces.
 */
public class ReferenceProvider implements ExecutorProvider {

  @Override
  public String name() {
    return getClass() == ReferenceProvider.class ? "reference" : getClass().getSimpleName();
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.allOf(Capability.class);
  }

  @Override
  public TaskExecutor open(ExecutorConfig config) {
    return newExecutor(newPool(config));
  }

  public TaskExecutor newExecutor(ReferencePool pool) {
    return new ReferenceExecutor(pool);
  }

  public ReferencePool newPool(ExecutorConfig config) {
    return new ReferencePool(this, config);
  }

  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed);
  }

  public ThreadFactory newThreadFactory(ExecutorConfig config) {
    return config.newThreadFactory("reference");
  }

  public Worker newWorker(ReferencePool pool) {
    return new Worker(pool);
  }

  public <V> Promise<V> newPromise() {
    return new ReferencePromise<>();
  }

  @Override
  public Optional<PromiseFactory> promises() {
    return Optional.of(this::newPromise);
  }
}
