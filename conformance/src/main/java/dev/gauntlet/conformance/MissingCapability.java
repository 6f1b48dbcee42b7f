package dev.gauntlet.conformance;

import dev.gauntlet.spi.Capability;

/** Ends a test whose fixture needs what the provider does not claim to have. */
final class MissingCapability extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The capability that is lacking. */
  private final Capability capability;

  MissingCapability(Capability capability) {
    super("the provider lacks " + capability, null, false, false);
    this.capability = capability;
  }

  Capability capability() {
    return capability;
  }
}
