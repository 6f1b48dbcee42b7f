package dev.gauntlet.conformance;

import static dev.gauntlet.conformance.Expect.expectEquals;
import static dev.gauntlet.conformance.Expect.expectSame;
import static dev.gauntlet.conformance.Expect.expectThrows;

import dev.gauntlet.TaskFuture;
import dev.gauntlet.spi.Deadline;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The six ways to wait for the outcome of a future, and what each of them makes of it. */
enum Retrieval {
  GET("get()", false),
  TIMED_GET("get(timeout)", true),
  RESULT("result()", false),
  TIMED_RESULT("result(timeout)", true),
  EXCEPTION("exception()", false),
  TIMED_EXCEPTION("exception(timeout)", true);

  /** Those that take a time-out. */
  static final List<Retrieval> TIMED =
      Arrays.stream(values()).filter(retrieval -> retrieval.timed).toList();

  /** Those that wait without end. */
  static final List<Retrieval> UNTIMED =
      Arrays.stream(values()).filter(retrieval -> !retrieval.timed).toList();

  private final String text;
  private final boolean timed;

  Retrieval(String text, boolean timed) {
    this.text = text;
    this.timed = timed;
  }

  /** Calls it, a timed one with {@link Limits#SIGNAL}. */
  @Nullable Object from(TaskFuture<?> future) throws Exception {
    return from(future, Limits.SIGNAL);
  }

  /** Calls it; an untimed one ignores the time-out. */
  @Nullable Object from(TaskFuture<?> future, Duration timeout) throws Exception {
    return switch (this) {
      case GET -> future.get();
      case TIMED_GET -> future.get(Deadline.toNanos(timeout), TimeUnit.NANOSECONDS);
      case RESULT -> future.result();
      case TIMED_RESULT -> future.result(timeout);
      case EXCEPTION -> future.exception();
      case TIMED_EXCEPTION -> future.exception(timeout);
    };
  }

  private boolean isException() {
    return this == EXCEPTION || this == TIMED_EXCEPTION;
  }

  private boolean isGet() {
    return this == GET || this == TIMED_GET;
  }

  /** Expects of a succeeded future what this makes of the value. */
  void expectValue(TaskFuture<?> future, Duration timeout, @Nullable Object value)
      throws Exception {
    expectSame(
        this + " of a succeeded future", isException() ? null : value, from(future, timeout));
  }

  /** Expects of a failed future that this delivers the very failure, as it should. */
  void expectFailure(TaskFuture<?> future, Duration timeout, Throwable failure) throws Exception {
    expectSame(
        "what " + this + " of a failed future delivers",
        failure,
        failureFrom(future, timeout, failure.getClass()));
  }

  /** Expects of a failed future that this delivers a failure of the type, as it should. */
  void expectFailure(TaskFuture<?> future, Duration timeout, Class<? extends Throwable> type)
      throws Exception {
    Throwable delivered = failureFrom(future, timeout, type);
    expectEquals(
        "the class of what " + this + " of a failed future delivers",
        type,
        delivered == null ? null : delivered.getClass());
  }

  private @Nullable Throwable failureFrom(
      TaskFuture<?> future, Duration timeout, Class<? extends Throwable> type) throws Exception {
    if (isException()) {
      return (Throwable) from(future, timeout);
    }
    Throwable thrown =
        expectThrows(this + " of a failed future", thrownFor(type), () -> from(future, timeout));
    return isGet() || isChecked(type) ? thrown.getCause() : thrown;
  }

  private Class<? extends Throwable> thrownFor(Class<? extends Throwable> type) {
    if (isGet()) {
      return ExecutionException.class;
    }
    return isChecked(type) ? CompletionException.class : type;
  }

  private static boolean isChecked(Class<? extends Throwable> type) {
    return !RuntimeException.class.isAssignableFrom(type) && !Error.class.isAssignableFrom(type);
  }

  /** Expects of a cancelled future that this throws. */
  CancellationException expectCancelled(TaskFuture<?> future, Duration timeout) {
    return expectThrows(
        this + " of a cancelled future", CancellationException.class, () -> from(future, timeout));
  }

  @Override
  public String toString() {
    return text;
  }
}
