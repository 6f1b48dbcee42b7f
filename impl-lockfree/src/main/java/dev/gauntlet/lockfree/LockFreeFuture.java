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
interface LockFreeFuture<V extends @Nullable Object> extends Settleable<V>, AdaptiveSpin.Event {
  /*
   * The status is read with acquire, and the outcome plainly after it. A reader that has to wait
   * pushes a node (see Settleable), and then looks at the status before each park: a completion
   * before the push is seen by that look, a later one sees the node and unparks (see Waiter).
   *
   * The order of questions gives the precedence of the answers: done (R5, R10), interrupted (R9,
   * R11), self-join or helping (R20, N2), time-out (R6). Every return of park starts at the first.
   */

  /** Returns what the future ended with; to be called in status SUCCEEDED or FAILED. */
  @Nullable Object outcome();

  /** Returns the spin of those who wait for futures like this one, or null if they park at once. */
  @Nullable AdaptiveSpin readerSpin();

  // Waiting

  private int await() throws InterruptedException {
    int s = statusAcquire();
    return Node.isDone(s) ? s : awaitDone(null);
  }

  private int await(Deadline deadline) throws InterruptedException, TimeoutException {
    int s = statusAcquire();
    if (!Node.isDone(s)) {
      s = awaitDone(deadline);
      if (!Node.isDone(s)) {
        throw new TimeoutException();
      }
    }
    return s;
  }

  /** Returns the status when it is done or the deadline, null for none, has passed. */
  private int awaitDone(@Nullable Deadline deadline) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (deadline == null ? tryRunInPlace() : deadline.hasPassed()) {
      return statusVolatile();
    }
    Waiter.OfThread self = new Waiter.OfThread(Thread.currentThread());
    if (!register(self)) {
      return statusVolatile();
    }
    try {
      if (spin(deadline)) {
        return statusVolatile();
      }
      self.parks();
      return park(deadline);
    } finally {
      leave(self);
    }
  }

  /** Waits for the end without parking, as long as that pays; returns whether it has come. */
  private boolean spin(@Nullable Deadline deadline) {
    AdaptiveSpin spin = readerSpin();
    return spin != null
        && (deadline == null || deadline.remainingNanos() > AdaptiveSpin.LONGEST_NANOS)
        && !Thread.currentThread().isVirtual()
        && spin.isDue()
        && spin.await(this);
  }

  @Override
  default boolean hasCome() {
    return Node.isDone(statusAcquire());
  }

  private int park(@Nullable Deadline deadline) throws InterruptedException {
    for (; ; ) {
      int s = statusVolatile();
      if (Node.isDone(s)) {
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
  default boolean awaitUntil(Deadline deadline) throws InterruptedException {
    int s = statusAcquire();
    return Node.isDone(Node.isDone(s) ? s : awaitDone(deadline));
  }

  // Retrieval

  @Override
  default V get() throws InterruptedException, ExecutionException {
    return getOutcome(await());
  }

  @Override
  default V get(long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    Objects.requireNonNull(unit, "unit");
    int s = statusAcquire();
    return getOutcome(Node.isDone(s) ? s : await(Deadline.after(timeout, unit)));
  }

  private V getOutcome(int s) throws ExecutionException {
    if (s == Node.SUCCEEDED) {
      return value();
    }
    throw new ExecutionException(nameOf(failure(s)), failure(s));
  }

  @Override
  default V result() throws InterruptedException {
    return resultOutcome(await());
  }

  @Override
  default V result(Duration timeout) throws InterruptedException, TimeoutException {
    Objects.requireNonNull(timeout, "timeout");
    int s = statusAcquire();
    return resultOutcome(Node.isDone(s) ? s : await(Deadline.after(timeout)));
  }

  private V resultOutcome(int s) {
    if (s == Node.SUCCEEDED) {
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
  default @Nullable Throwable exception() throws InterruptedException {
    return exceptionOutcome(await());
  }

  @Override
  default @Nullable Throwable exception(Duration timeout)
      throws InterruptedException, TimeoutException {
    Objects.requireNonNull(timeout, "timeout");
    int s = statusAcquire();
    return exceptionOutcome(Node.isDone(s) ? s : await(Deadline.after(timeout)));
  }

  private @Nullable Throwable exceptionOutcome(int s) {
    return s == Node.SUCCEEDED ? null : failure(s);
  }

  @Override
  default V resultNow() {
    if (statusAcquire() != Node.SUCCEEDED) {
      throw new IllegalStateException("the task has not succeeded: " + this);
    }
    return value();
  }

  @Override
  default Throwable exceptionNow() {
    int s = statusAcquire();
    if (s != Node.FAILED) {
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
    if (Node.isCancelled(s)) {
      throw new CancellationException();
    }
    return (Throwable) Objects.requireNonNull(outcome());
  }

  /** The message of a wrapper: the methods of a failure are the user's code, and stay uncalled. */
  private static String nameOf(Throwable failure) {
    return failure.getClass().getName();
  }
}
