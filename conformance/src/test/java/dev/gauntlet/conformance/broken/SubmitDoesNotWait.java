package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.spi.Capability;
import java.util.EnumSet;
import java.util.Set;

/**
 * Violates Y11 only: {@code submit} returns before the body has run, although nothing is
 * asynchronous.
 */
@Violates("Y11")
final class SubmitDoesNotWait extends ReferenceProvider {
  @Override
  public Set<Capability> capabilities() {
    return EnumSet.complementOf(EnumSet.of(Capability.ASYNCHRONOUS));
  }
}
