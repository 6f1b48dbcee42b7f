package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.spi.Capability;
import java.util.EnumSet;
import java.util.Set;

/** Violates Y4 only: a queue capacity is taken without BOUNDED_QUEUE. */
@Violates("Y4")
final class QueueBoundIsNotRefused extends ReferenceProvider {
  @Override
  public Set<Capability> capabilities() {
    return EnumSet.complementOf(EnumSet.of(Capability.BOUNDED_QUEUE));
  }
}
