package dev.gauntlet.conformance;

import dev.gauntlet.Completion;
import dev.gauntlet.CompletionIterator;
import dev.gauntlet.ReturnWhen;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.TaskFutures;
import java.time.Duration;

/**
 * The operations on several futures that sections W and A are checked on: those of {@link
 * TaskFutures}, unless the provider under test implements this interface and brings its own.
 */
public interface SharedOperations {

  /** See {@link TaskFutures#await(Iterable)}. */
  default <F extends TaskFuture<?>> Completion<F> await(Iterable<? extends F> futures)
      throws InterruptedException {
    return TaskFutures.await(futures);
  }

  /** See {@link TaskFutures#await(Iterable, ReturnWhen)}. */
  default <F extends TaskFuture<?>> Completion<F> await(
      Iterable<? extends F> futures, ReturnWhen when) throws InterruptedException {
    return TaskFutures.await(futures, when);
  }

  /** See {@link TaskFutures#await(Iterable, ReturnWhen, Duration)}. */
  default <F extends TaskFuture<?>> Completion<F> await(
      Iterable<? extends F> futures, ReturnWhen when, Duration timeout)
      throws InterruptedException {
    return TaskFutures.await(futures, when, timeout);
  }

  /** See {@link TaskFutures#asCompleted(Iterable)}. */
  default <F extends TaskFuture<?>> CompletionIterator<F> asCompleted(
      Iterable<? extends F> futures) {
    return TaskFutures.asCompleted(futures);
  }

  /** See {@link TaskFutures#asCompleted(Iterable, Duration)}. */
  default <F extends TaskFuture<?>> CompletionIterator<F> asCompleted(
      Iterable<? extends F> futures, Duration timeout) {
    return TaskFutures.asCompleted(futures, timeout);
  }
}
