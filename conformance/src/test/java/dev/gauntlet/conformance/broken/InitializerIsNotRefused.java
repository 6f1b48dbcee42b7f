package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.spi.Capability;
import java.util.EnumSet;
import java.util.Set;

/** Violates Y9 only: an initializer is taken without INITIALIZER. */
@Violates("Y9")
final class InitializerIsNotRefused extends ReferenceProvider {
  @Override
  public Set<Capability> capabilities() {
    return EnumSet.complementOf(EnumSet.of(Capability.INITIALIZER));
  }
}
