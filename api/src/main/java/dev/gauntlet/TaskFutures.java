package dev.gauntlet;

import dev.gauntlet.spi.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Operations on several futures, of any mix of executors and implementations (W11).
 *
 * <p>Arguments are validated before any effect (W12), an iterable is iterated exactly once, and a
 * future given twice counts once (W1, W16). However a call ends, no future keeps a trace of it
 * (W10).
 */
public final class TaskFutures {

  private TaskFutures() {}

  /** Waits until all {@code futures} are done; see {@link #await(Iterable, ReturnWhen)}. */
  public static <F extends TaskFuture<?>> Completion<F> await(Iterable<? extends F> futures)
      throws InterruptedException {
    return await(futures, ReturnWhen.ALL_COMPLETED);
  }

  /**
   * Waits until {@code when} holds. A cancelled future is done at once (W3). Returns immediately
   * when there is nothing to wait for (W2).
   *
   * <p>A worker that waits for {@link ReturnWhen#ALL_COMPLETED} runs those of its own executor's
   * futures that are pending (capability {@code HELPS_NESTED_JOIN}).
   *
   * @return every future that was done at that moment, and the others; what the done ones' bodies
   *     did happens-before the return (V6)
   * @throws InterruptedException if the caller is interrupted; nothing is cancelled (W9)
   */
  public static <F extends TaskFuture<?>> Completion<F> await(
      Iterable<? extends F> futures, ReturnWhen when) throws InterruptedException {
    Objects.requireNonNull(when, "when");
    return await(copy(futures), when, (Deadline) null);
  }

  /**
   * Waits until {@code when} holds, for at most {@code timeout}; zero or less polls. A time-out is
   * not an error: it returns the partition (W8).
   *
   * @throws InterruptedException if the caller is interrupted; nothing is cancelled (W9)
   */
  public static <F extends TaskFuture<?>> Completion<F> await(
      Iterable<? extends F> futures, ReturnWhen when, Duration timeout)
      throws InterruptedException {
    Objects.requireNonNull(when, "when");
    Deadline deadline = Deadline.after(timeout);
    return await(copy(futures), when, deadline);
  }

  private static <F extends TaskFuture<?>> Completion<F> await(
      List<F> futures, ReturnWhen when, @Nullable Deadline deadline) throws InterruptedException {
    Awaiting.await(futures, when, deadline);
    return Awaiting.isTriggered(futures, ReturnWhen.ALL_COMPLETED)
        ? new Completion<>(new DistinctSet<>(futures), Collections.emptySet())
        : partition(new LinkedHashSet<>(futures));
  }

  /** Asks each future once: it may be done when it is asked again. */
  private static <F extends TaskFuture<?>> Completion<F> partition(Set<F> futures) {
    Set<F> notDone = new LinkedHashSet<>();
    for (F future : futures) {
      if (!future.isDone()) {
        notDone.add(future);
      }
    }
    futures.removeAll(notDone);
    return new Completion<>(
        Collections.unmodifiableSet(futures), Collections.unmodifiableSet(notDone));
  }

  /**
   * Returns the futures as they are done: those that are done already first, then in the order of
   * completion, each distinct one once, cancelled ones included (A1, A2, A3).
   *
   * <p>Close the iterator when it is left early; one that is merely dropped gives its registrations
   * back after it was collected as garbage (A8).
   */
  public static <F extends TaskFuture<?>> CompletionIterator<F> asCompleted(
      Iterable<? extends F> futures) {
    return AsCompleted.over(distinct(futures), null);
  }

  /**
   * Returns the futures as they are done, for at most {@code timeout} counted from this call (A4).
   * See {@link #asCompleted(Iterable)}.
   */
  public static <F extends TaskFuture<?>> CompletionIterator<F> asCompleted(
      Iterable<? extends F> futures, Duration timeout) {
    Deadline deadline = Deadline.after(timeout);
    return AsCompleted.over(distinct(futures), deadline);
  }

  /**
   * Returns a {@link TaskFuture} for a future of somebody else. It is RUNNING until it is done, so
   * {@link TaskFuture#cancel()} does not touch it. Waiting, cancelling and the outcome are the
   * foreign future's own; callbacks run on the thread that completes a {@link
   * java.util.concurrent.CompletionStage}, and otherwise on a virtual thread that waits for the
   * future, started at the first need.
   *
   * @return {@code future} itself if it is a {@code TaskFuture}
   */
  public static <V extends @Nullable Object> TaskFuture<V> adapt(Future<V> future) {
    Objects.requireNonNull(future, "future");
    return future instanceof TaskFuture<V> taskFuture ? taskFuture : new AdaptedFuture<>(future);
  }

  private static <F extends TaskFuture<?>> Set<F> distinct(Iterable<? extends F> futures) {
    return addTo(new LinkedHashSet<>(), futures);
  }

  private static <F extends TaskFuture<?>> List<F> copy(Iterable<? extends F> futures) {
    return addTo(new ArrayList<>(), futures);
  }

  private static <F extends TaskFuture<?>, C extends Collection<F>> C addTo(
      C copies, Iterable<? extends F> futures) {
    for (F future : futures) {
      copies.add(Objects.requireNonNull(future, "a future is null"));
    }
    return copies;
  }
}
