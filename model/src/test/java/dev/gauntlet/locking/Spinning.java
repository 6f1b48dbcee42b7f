package dev.gauntlet.locking;

import java.util.function.BooleanSupplier;

/**
 * Stands in for the class of the same name: a spin of one look, without a clock. How often a thread
 * looks makes no difference to what it can find.
 */
final class Spinning {
  static final long LONGEST_NANOS = 0;

  static Spinning ofReaders() {
    return new Spinning();
  }

  static Spinning ofWorkers() {
    return new Spinning();
  }

  boolean isWorthwhile() {
    return true;
  }

  boolean until(BooleanSupplier hasCome) {
    return hasCome.getAsBoolean();
  }
}
