package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.spi.Capability;
import java.util.EnumSet;
import java.util.Set;

/** Violates Y5 only: the policy BLOCK is taken without BLOCKS_WHEN_FULL. */
@Violates("Y5")
final class BlockingIsNotRefused extends ReferenceProvider {
  @Override
  public Set<Capability> capabilities() {
    return EnumSet.complementOf(EnumSet.of(Capability.BLOCKS_WHEN_FULL));
  }
}
