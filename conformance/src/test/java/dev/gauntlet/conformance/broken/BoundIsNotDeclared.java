package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.spi.Capability;
import java.util.EnumSet;
import java.util.Set;

/**
 * Violates Y3 only: no more than {@code workers} bodies run at once, although no bound is declared.
 */
@Violates("Y3")
final class BoundIsNotDeclared extends ReferenceProvider {
  @Override
  public Set<Capability> capabilities() {
    return EnumSet.complementOf(EnumSet.of(Capability.BOUNDED_WORKERS));
  }
}
