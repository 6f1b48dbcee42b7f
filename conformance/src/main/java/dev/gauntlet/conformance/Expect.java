package dev.gauntlet.conformance;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.TaskState;
import java.lang.ref.Reference;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Expectations; what does not hold is reported with the rule, what was expected and what seen. */
public final class Expect {
  private static final long POLL_NANOS = 50_000;
  private static final int FEWEST_GCS = 5;
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(2);
  private static final Duration LONGEST_PAUSE_OF_THE_COLLECTOR = Duration.ofMillis(200);

  private Expect() {}

  /** Expects {@code condition}; {@code what} is the expectation in words. */
  public static void expectTrue(String what, boolean condition) {
    if (!condition) {
      throw new Violation(what, "it is not so");
    }
  }

  /** Expects {@code condition}; {@code seen} says what was there instead. */
  public static void expectTrue(String what, boolean condition, Object seen) {
    if (!condition) {
      throw new Violation(what, String.valueOf(seen));
    }
  }

  /** Expects that {@code what}, a thing, equals {@code expected}. */
  public static void expectEquals(String what, @Nullable Object expected, @Nullable Object actual) {
    if (!Objects.equals(expected, actual)) {
      throw new Violation(what + " is " + expected, String.valueOf(actual));
    }
  }

  /** Expects that {@code what}, a thing, is the very instance {@code expected}. */
  @SuppressWarnings("ReferenceEquality") // that is its purpose
  public static void expectSame(String what, @Nullable Object expected, @Nullable Object actual) {
    if (expected != actual) {
      throw new Violation(what + " is the very instance " + describe(expected), describe(actual));
    }
  }

  /** Expects that {@code action} throws a {@code type} and returns it. */
  public static <X extends Throwable> X expectThrows(
      String what, Class<X> type, Callable<?> action) {
    Object returned;
    try {
      returned = action.call();
    } catch (Throwable thrown) {
      if (type.isInstance(thrown)) {
        return type.cast(thrown);
      }
      rethrowIfOfTheKit(thrown);
      throw new Violation(what + " throws " + type.getSimpleName(), describe(thrown), thrown);
    }
    throw new Violation(what + " throws " + type.getSimpleName(), "it returned " + returned);
  }

  /** Expects that {@code action} returns, and returns what it does. */
  public static <T extends @Nullable Object> T expectReturns(String what, Callable<T> action) {
    try {
      return action.call();
    } catch (Throwable thrown) {
      rethrowIfOfTheKit(thrown);
      throw new Violation(what + " returns normally", "it threw " + describe(thrown), thrown);
    }
  }

  private static void rethrowIfOfTheKit(Throwable thrown) {
    if (thrown instanceof Violation violation) {
      throw violation;
    }
    if (thrown instanceof MissingCapability missing) {
      throw missing;
    }
  }

  /** Expects that {@code condition} holds within {@link Limits#SIGNAL}. */
  public static void expectSoon(String what, BooleanSupplier condition) {
    if (!holdsSoon(condition)) {
      throw new Violation(what, "not within " + Limits.SIGNAL.toMillis() + " ms");
    }
  }

  /** Expects that {@code condition} does not hold, now and for {@link Limits#SILENCE}. */
  public static void expectNever(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + Limits.SILENCE.toNanos();
    do {
      if (condition.getAsBoolean()) {
        throw new Violation("it never happens that " + what, "it happened");
      }
      LockSupport.parkNanos(POLL_NANOS);
    } while (System.nanoTime() < end);
  }

  /** Expects that the future is done within {@link Limits#SIGNAL}. */
  public static void expectDone(String what, TaskFuture<?> future) {
    if (!holdsSoon(future::isDone)) {
      throw new Violation(
          what + " is done", future.taskState() + " after " + Limits.SIGNAL.toMillis() + " ms");
    }
  }

  /** Expects that every query of the state of the future answers {@code state}. */
  public static void expectState(String what, TaskState state, TaskFuture<?> future) {
    expectEquals("taskState() of " + what, state, future.taskState());
    expectEquals("isRunning() of " + what, state == TaskState.RUNNING, future.isRunning());
    expectEquals("isDone() of " + what, state.isDone(), future.isDone());
    expectEquals("isCancelled() of " + what, state == TaskState.CANCELLED, future.isCancelled());
    Future.State inTheJdk =
        switch (state) {
          case PENDING, RUNNING -> Future.State.RUNNING;
          case SUCCEEDED -> Future.State.SUCCESS;
          case FAILED -> Future.State.FAILED;
          case CANCELLED -> Future.State.CANCELLED;
        };
    expectEquals("state() of " + what, inTheJdk, future.state());
  }

  /**
   * Expects that the referent is not strongly reachable: it is collected within the limit, or
   * within a few collections where one of them takes long.
   */
  public static void expectCollected(String what, Reference<?> reference) {
    long end = System.nanoTime() + Limits.SIGNAL.toNanos();
    Backoff backoff = new Backoff(LONGEST_PAUSE_OF_THE_COLLECTOR);
    for (int gcs = 0; gcs < FEWEST_GCS || System.nanoTime() - end < 0; gcs++) {
      System.gc();
      if (reference.refersTo(null)) {
        return;
      }
      backoff.pause();
    }
    throw new Violation(what + " can be collected as garbage", "it is still strongly reachable");
  }

  static boolean holdsSoon(BooleanSupplier condition) {
    long end = System.nanoTime() + Limits.SIGNAL.toNanos();
    Backoff backoff = new Backoff(LONGEST_PAUSE);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return condition.getAsBoolean();
      }
      backoff.pause();
    }
    return true;
  }

  /** Names a value without trusting its {@code toString}. */
  static String describe(@Nullable Object value) {
    if (value == null) {
      return "null";
    }
    try {
      return value.getClass().getSimpleName()
          + "@"
          + Integer.toHexString(System.identityHashCode(value))
          + " ("
          + value
          + ")";
    } catch (Throwable hostile) {
      return value.getClass().getName();
    }
  }

  /** Returns whether an executor terminates within the time that a signal may take. */
  static boolean terminates(TaskExecutor executor) throws InterruptedException {
    return executor.awaitTermination(Limits.SIGNAL.toNanos(), TimeUnit.NANOSECONDS);
  }
}
