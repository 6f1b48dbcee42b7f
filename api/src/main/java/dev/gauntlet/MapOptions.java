package dev.gauntlet;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How {@link TaskExecutor#map} runs.
 *
 * @param timeout how long the whole iteration may take, counted from the call of {@code map}; null
 *     for no limit, zero or less yields only what is already there (M4)
 * @param bufferSize how many tasks may be submitted and not yet yielded; 0 for no bound (M10, M11)
 * @param chunkSize how many inputs an executor that serialises its tasks may send at once, 1 or
 *     more; without effect where tasks share the caller's memory (M15)
 */
public record MapOptions(@Nullable Duration timeout, int bufferSize, int chunkSize) {

  private static final MapOptions DEFAULTS = new MapOptions(null, 0, 1);

  /** Validates the options. */
  public MapOptions {
    if (bufferSize < 0) {
      throw new IllegalArgumentException("bufferSize must be 0 or more: " + bufferSize);
    }
    if (chunkSize < 1) {
      throw new IllegalArgumentException("chunkSize must be 1 or more: " + chunkSize);
    }
  }

  /** Returns the options of a map without time-out, bound and chunks. */
  public static MapOptions defaults() {
    return DEFAULTS;
  }

  /** Returns these options with a time-out. */
  public MapOptions withTimeout(@Nullable Duration newTimeout) {
    return new MapOptions(newTimeout, bufferSize, chunkSize);
  }

  /**
   * Returns these options with a bound.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public MapOptions withBufferSize(int newBufferSize) {
    if (newBufferSize < 1) {
      throw new IllegalArgumentException("bufferSize must be 1 or more: " + newBufferSize);
    }
    return new MapOptions(timeout, newBufferSize, chunkSize);
  }

  /**
   * Returns these options with another chunk size.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public MapOptions withChunkSize(int newChunkSize) {
    return new MapOptions(timeout, bufferSize, newChunkSize);
  }
}
