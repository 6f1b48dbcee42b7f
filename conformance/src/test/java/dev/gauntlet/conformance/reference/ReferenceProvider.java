package dev.gauntlet.conformance.reference;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.spi.Capability;
import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.spi.ExecutorProvider;
import dev.gauntlet.spi.PromiseFactory;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The implementation by which the kit itself is tested: every capability, one lock per pool, no
 * thought of speed.
 */
public final class ReferenceProvider implements ExecutorProvider {

  @Override
  public String name() {
    return "reference";
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.allOf(Capability.class);
  }

  @Override
  public TaskExecutor open(ExecutorConfig config) {
    return new ReferenceExecutor(new ReferencePool(config));
  }

  @Override
  public Optional<PromiseFactory> promises() {
    return Optional.of(ReferencePromise::new);
  }
}
