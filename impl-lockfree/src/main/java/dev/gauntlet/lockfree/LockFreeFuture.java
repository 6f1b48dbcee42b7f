package dev.gauntlet.lockfree;

import dev.gauntlet.spi.Deadline;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The half of a future that is read: retrieval of the outcome. A done future answers without a
 * fence and without allocation; one that is not parks its reader.
 */
abstract class LockFreeFuture<V extends @Nullable Object> extends Settleable<V>
    implements AdaptiveSpin.Event {
  /*
   * The state is read with acquire, and the payload plainly after it. A reader that has to wait
   * pushes a node (see Settleable), and then looks at the state before each park: a completion
   * before the push is seen by that look, a later one sees the node and unparks (see Waiter).
   *
   * The order of questions gives the precedence of the answers: done (R5, R10), interrupted (R9,
   * R11), self-join or helping (R20, N2), time-out (R6). Every return of park starts at the first.
   */

  LockFreeFuture(@Nullable LockFreePool pool, @Nullable Object body) {
    super(pool, body);
  }

  /** Returns what the future ended with; to be called in state SUCCEEDED or FAILED. */
  @Nullable Object outcome() {
    return payload;
  }

  // Waiting

  private int await() throws InterruptedException {
    int s = stateAcquire();
    return isDone(s) ? s : awaitDone(null);
  }

  private int await(Deadline deadline) throws InterruptedException, TimeoutException {
    int s = stateAcquire();
    if (!isDone(s)) {
      s = awaitDone(deadline);
      if (!isDone(s)) {
        throw new TimeoutException();
      }
    }
    return s;
  }

  /** Returns the state when it is done or the deadline, null for none, has passed. */
  private int awaitDone(@Nullable Deadline deadline) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (deadline == null ? tryRunInPlace() : deadline.hasPassed()) {
      return stateVolatile();
    }
    Waiter.OfThread self = new Waiter.OfThread(Thread.currentThread());
    if (!register(self)) {
      return stateVolatile();
    }
    try {
      if (spin(deadline)) {
        return stateVolatile();
      }
      self.parks();
      return park(deadline);
    } finally {
      leave(self);
    }
  }

  /** Waits for the end without parking, as long as that pays; returns whether it has come. */
  private boolean spin(@Nullable Deadline deadline) {
    return pool != null
        && (deadline == null || deadline.remainingNanos() > AdaptiveSpin.LONGEST_NANOS)
        && !Thread.currentThread().isVirtual()
        && pool.readerSpin().isDue()
        && pool.readerSpin().await(this);
  }

  @Override
  public final boolean hasCome() {
    return isDone(stateAcquire());
  }

  private int park(@Nullable Deadline deadline) throws InterruptedException {
    for (; ; ) {
      int s = stateVolatile();
      if (isDone(s)) {
        return s;
      }
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      if (deadline == null) {
        Parking.park(this);
        continue;
      }
      long nanos = deadline.remainingNanos();
      if (nanos <= 0) {
        return s;
      }
      Parking.parkNanos(this, nanos);
    }
  }

  /** Waits until the future is done; returns false if the deadline has passed first. */
  final boolean awaitUntil(Deadline deadline) throws InterruptedException {
    int s = stateAcquire();
    return isDone(isDone(s) ? s : awaitDone(deadline));
  }

  // Retrieval

  @Override
  public final V get() throws InterruptedException, ExecutionException {
    return getOutcome(await());
  }

  @Override
  public final V get(long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    Objects.requireNonNull(unit, "unit");
    int s = stateAcquire();
    return getOutcome(isDone(s) ? s : await(Deadline.after(timeout, unit)));
  }

  private V getOutcome(int s) throws ExecutionException {
    if (status(s) == SUCCEEDED) {
      return value();
    }
    throw new ExecutionException(nameOf(failure(s)), failure(s));
  }

  @Override
  public final V result() throws InterruptedException {
    return resultOutcome(await());
  }

  @Override
  public final V result(Duration timeout) throws InterruptedException, TimeoutException {
    Objects.requireNonNull(timeout, "timeout");
    int s = stateAcquire();
    return resultOutcome(isDone(s) ? s : await(Deadline.after(timeout)));
  }

  private V resultOutcome(int s) {
    if (status(s) == SUCCEEDED) {
      return value();
    }
    Throwable failure = failure(s);
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    throw new CompletionException(nameOf(failure), failure);
  }

  @Override
  public final @Nullable Throwable exception() throws InterruptedException {
    return exceptionOutcome(await());
  }

  @Override
  public final @Nullable Throwable exception(Duration timeout)
      throws InterruptedException, TimeoutException {
    Objects.requireNonNull(timeout, "timeout");
    int s = stateAcquire();
    return exceptionOutcome(isDone(s) ? s : await(Deadline.after(timeout)));
  }

  private @Nullable Throwable exceptionOutcome(int s) {
    return status(s) == SUCCEEDED ? null : failure(s);
  }

  @Override
  public final V resultNow() {
    if (status(stateAcquire()) != SUCCEEDED) {
      throw new IllegalStateException("the task has not succeeded: " + this);
    }
    return value();
  }

  @Override
  public final Throwable exceptionNow() {
    int s = stateAcquire();
    if (status(s) != FAILED) {
      throw new IllegalStateException("the task has not failed: " + this);
    }
    return failure(s);
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // what the body returned is a V, null or not
  private V value() {
    return (V) outcome();
  }

  /** Returns the failure; throws a new exception if the future is cancelled (C18). */
  private Throwable failure(int s) {
    if (isCancelled(s)) {
      throw new CancellationException();
    }
    return (Throwable) Objects.requireNonNull(outcome());
  }

  /** The message of a wrapper: the methods of a failure are the user's code, and stay uncalled. */
  private static String nameOf(Throwable failure) {
    return failure.getClass().getName();
  }
}
