package dev.gauntlet.conformance;

/** Escapes from an executed Runnable on purpose, without the noise of a trace. */
final class Escaping extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Escaping() {
    super("escapes on purpose", null, false, false);
  }
}
