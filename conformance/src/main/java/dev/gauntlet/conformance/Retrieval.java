package dev.gauntlet.conformance;

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

  /** Expects of a failed future what this makes of the failure. */
  void expectFailure(TaskFuture<?> future, Duration timeout, Throwable failure) throws Exception {
    if (isException()) {
      expectSame("what " + this + " of a failed future returns", failure, from(future, timeout));
      return;
    }
    Throwable thrown =
        expectThrows(this + " of a failed future", thrownFor(failure), () -> from(future, timeout));
    if (isGet() || isChecked(failure)) {
      expectSame("the cause of what " + this + " throws", failure, thrown.getCause());
    } else {
      expectSame("what " + this + " throws", failure, thrown);
    }
  }

  private Class<? extends Throwable> thrownFor(Throwable failure) {
    if (isGet()) {
      return ExecutionException.class;
    }
    return isChecked(failure) ? CompletionException.class : failure.getClass();
  }

  private static boolean isChecked(Throwable failure) {
    return !(failure instanceof RuntimeException) && !(failure instanceof Error);
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
