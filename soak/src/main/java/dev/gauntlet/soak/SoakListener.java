package dev.gauntlet.soak;

import java.time.Duration;

/** Is told how far a soak is. */
@FunctionalInterface
public interface SoakListener {

  /**
   * An epoch has ended. Called on the thread that runs the soak.
   *
   * @param subject which implementation
   * @param epochs how many epochs it has been through
   * @param violations what it has broken so far
   * @param left how much of the time of the whole run is left
   */
  void epochEnded(String subject, long epochs, long violations, Duration left);
}
