package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.spi.Capability;
import java.util.EnumSet;
import java.util.Set;

/** Violates Y8 only: a thread factory is taken without CUSTOM_THREADS. */
@Violates("Y8")
final class ThreadFactoryIsNotRefused extends ReferenceProvider {
  @Override
  public Set<Capability> capabilities() {
    return EnumSet.complementOf(EnumSet.of(Capability.CUSTOM_THREADS));
  }
}
