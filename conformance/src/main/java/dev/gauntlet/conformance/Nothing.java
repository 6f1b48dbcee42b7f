package dev.gauntlet.conformance;

/**
 * A null where the types forbid one: what a careless caller passes, or a careless factory returns.
 */
final class Nothing {

  private Nothing() {}

  /** Returns null as a {@code T}. */
  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
  static <T> T nothing() {
    return null;
  }
}
