package dev.gauntlet.locking;

/** Raising interrupts. */
final class Interrupts {

  private Interrupts() {}

  /**
   * Interrupts {@code thread}. Never throws: a thread of a user's class may refuse, and that is no
   * reason for a cancel to fail (C15).
   */
  static void raise(Thread thread) {
    try {
      thread.interrupt();
    } catch (Throwable refused) {
      Diagnostics.NOT_INTERRUPTED.warn(refused);
    }
  }
}
