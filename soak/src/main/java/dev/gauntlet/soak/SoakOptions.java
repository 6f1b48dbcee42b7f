package dev.gauntlet.soak;

import dev.gauntlet.spi.ExecutorProvider;
import java.time.Duration;
import java.util.List;

/**
 * What a soak is to be.
 *
 * @param subjects what is soaked, one after the other, each for the same time
 * @param time how long all of them together take
 * @param seed what all choices follow from
 * @param firstEpoch the number of the first epoch, from 0: to run an epoch again
 * @param patience after what time a wait is taken to hang
 */
public record SoakOptions(
    List<ExecutorProvider> subjects, Duration time, long seed, long firstEpoch, Duration patience) {
  /** How long anything may take that does not hang, on a machine that is busy with other things. */
  public static final Duration PATIENCE = Duration.ofSeconds(30);

  /**
   * Checks the options.
   *
   * @throws SoakUsageException if there is no subject, no time, or a negative epoch
   */
  public SoakOptions {
    subjects = List.copyOf(subjects);
    if (subjects.isEmpty()) {
      throw new SoakUsageException("no subject is named");
    }
    if (!time.isPositive() || !patience.isPositive()) {
      throw new SoakUsageException("the time must be positive: " + time + ", " + patience);
    }
    if (firstEpoch < 0) {
      throw new SoakUsageException("the first epoch must be 0 or more: " + firstEpoch);
    }
  }
}
