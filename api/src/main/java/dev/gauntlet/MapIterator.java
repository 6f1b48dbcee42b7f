package dev.gauntlet;

import dev.gauntlet.spi.Deadline;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The iterator of {@link TaskExecutor#map}: a queue of futures in input order, refilled from the
 * input when it is bounded. Confined to one thread at a time.
 */
final class MapIterator<A extends @Nullable Object, R extends @Nullable Object>
    implements MappedResults<R> {
  private final TaskExecutor executor;
  private final Function<? super A, ? extends R> fn;
  private final @Nullable Deadline deadline;
  private final int bufferSize;
  private final Deque<TaskFuture<R>> buffer = new ArrayDeque<>();

  /** Null once it is exhausted, has failed, or the iteration has ended. */
  private @Nullable Iterator<? extends A> inputs;

  /** What ended the input early; thrown after the buffered results. */
  private @Nullable Throwable inputFailure;

  private MapIterator(
      TaskExecutor executor,
      Function<? super A, ? extends R> fn,
      Iterable<? extends A> inputs,
      MapOptions options) {
    this.executor = executor;
    this.fn = fn;
    this.deadline = options.timeout() == null ? null : Deadline.after(options.timeout());
    this.bufferSize = options.bufferSize() == 0 ? Integer.MAX_VALUE : options.bufferSize();
    this.inputs = inputs.iterator();
  }

  static <A extends @Nullable Object, R extends @Nullable Object> MappedResults<R> start(
      TaskExecutor executor,
      Function<? super A, ? extends R> fn,
      Iterable<? extends A> inputs,
      MapOptions options) {
    Objects.requireNonNull(fn, "fn");
    Objects.requireNonNull(inputs, "inputs");
    Objects.requireNonNull(options, "options");
    if (executor.isShutdown()) {
      throw new RejectedExecutionException("the executor is shut down");
    }
    MapIterator<A, R> results = new MapIterator<>(executor, fn, inputs, options);
    try {
      results.fill();
    } catch (Throwable failure) {
      results.close();
      throw failure;
    }
    return results;
  }

  private void fill() {
    while (inputs != null && buffer.size() < bufferSize) {
      if (!inputs.hasNext()) {
        inputs = null;
        return;
      }
      A input = inputs.next();
      buffer.addLast(executor.submit(() -> fn.apply(input)));
    }
  }

  /** What was accepted so far is still yielded (M12), so a failure of the input has to wait. */
  private void refill() {
    try {
      fill();
    } catch (Throwable failure) {
      inputs = null;
      inputFailure = failure;
    }
  }

  @Override
  public boolean hasNext() {
    if (buffer.isEmpty()) {
      refill();
    }
    return !buffer.isEmpty() || inputFailure != null;
  }

  @Override
  public R next() {
    refill();
    if (buffer.isEmpty()) {
      throw endOfInput();
    }
    R result = await(buffer.element());
    buffer.remove();
    return result;
  }

  /** An outcome that is an exception has been yielded, too: its future leaves the buffer. */
  private R await(TaskFuture<R> head) {
    try {
      return deadline == null ? head.result() : head.result(remaining(deadline));
    } catch (TimeoutException atTheDeadline) {
      throw timedOut();
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
      throw new FuturesInterruptedException(interrupt);
    } catch (Throwable outcome) {
      buffer.remove();
      throw outcome;
    }
  }

  private static java.time.Duration remaining(Deadline deadline) {
    return java.time.Duration.ofNanos(Math.max(0, deadline.remainingNanos()));
  }

  private FuturesTimeoutException timedOut() {
    int total = buffer.size();
    int unfinished = 0;
    for (TaskFuture<R> future : buffer) {
      unfinished += future.isDone() ? 0 : 1;
    }
    close();
    return new FuturesTimeoutException(unfinished, total);
  }

  private NoSuchElementException endOfInput() {
    Throwable failure = inputFailure;
    inputFailure = null;
    if (failure != null) {
      MapIterator.<RuntimeException>rethrow(failure);
    }
    return new NoSuchElementException();
  }

  /** Throws what the input threw as it is, even if it is checked (M8, M12). */
  @SuppressWarnings("unchecked") // erased: nothing is cast
  private static <E extends Throwable> void rethrow(Throwable failure) throws E {
    throw (E) failure;
  }

  @Override
  public void close() {
    inputs = null;
    inputFailure = null;
    buffer.forEach(TaskFuture::cancel);
    buffer.clear();
  }
}
