package dev.gauntlet;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The results of {@link TaskExecutor#map} in input order (M1). Not thread-safe: one thread at a
 * time.
 */
public interface MappedResults<R extends @Nullable Object> extends Iterator<R>, AutoCloseable {

  /** Returns whether {@link #next} has something to return or to throw. */
  @Override
  boolean hasNext();

  /**
   * Returns the result for the next input, waiting for it if necessary. What the function throws
   * surfaces here, at its position, as the same instance, and iteration goes on after it (M3).
   *
   * @throws FuturesTimeoutException if the time-out has passed and the result is not there; what
   *     has not started is cancelled and the iterator is exhausted (M4)
   * @throws FuturesInterruptedException if the caller is interrupted while it waits; the interrupt
   *     flag is set again, nothing is cancelled, and the iterator stays usable (M17)
   * @throws CancellationException at the position of a task that was cancelled
   * @throws RejectedExecutionException after every buffered result was yielded, if the executor
   *     refused an input of a bounded map (M12)
   * @throws NoSuchElementException if there is no further input, or after {@link #close}
   */
  @Override
  R next();

  /** Cancels everything that has not started and exhausts the iterator (M6); idempotent. */
  @Override
  void close();
}
