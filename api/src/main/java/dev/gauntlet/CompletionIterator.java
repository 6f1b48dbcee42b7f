package dev.gauntlet;

import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Futures in the order in which they are done; see {@link TaskFutures#asCompleted}. Not
 * thread-safe: one thread at a time.
 */
public interface CompletionIterator<F> extends Iterator<F>, AutoCloseable {

  /** Returns whether a future is left to be yielded; never blocks (A10). */
  @Override
  boolean hasNext();

  /**
   * Returns the next done future, waiting for one if necessary. Everything the body did
   * happens-before the return (V6).
   *
   * @throws FuturesTimeoutException if the time-out has passed and no further future is done; the
   *     iterator is then exhausted and the futures are left as they are (A5, A7)
   * @throws FuturesInterruptedException if the caller is interrupted while it waits; the interrupt
   *     flag is set again and the iterator stays usable (A10)
   * @throws NoSuchElementException if every future was yielded, or after {@link #close}
   */
  @Override
  F next();

  /** Ends the iteration and leaves no trace in the futures (A8); idempotent. */
  @Override
  void close();
}
