package dev.gauntlet.conformance;

import static dev.gauntlet.conformance.Expect.expectDone;
import static dev.gauntlet.conformance.Expect.expectEquals;
import static dev.gauntlet.conformance.Expect.expectSame;
import static dev.gauntlet.conformance.Expect.expectState;
import static dev.gauntlet.conformance.Expect.expectThrows;
import static dev.gauntlet.conformance.Expect.expectTrue;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.TaskState;
import dev.gauntlet.spi.Capability;
import dev.gauntlet.spi.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Section S, continued: futures as objects, futures settled by hand, and null. */
public interface FutureObjectRules extends ConformanceRules {

  @Rule(value = "S7", check = "Whether toString() tells the state.")
  default void toStringNamesTheState(Kit kit) {
    Kit.Held<String> held = kit.held("value");
    expectNamed(TaskState.RUNNING, held.future());
    held.complete();
    expectNamed(TaskState.SUCCEEDED, held.future());
    TaskFuture<?> failed = kit.open().submit(Failing.with(new IllegalStateException("a secret")));
    expectDone("a task that throws", failed);
    expectNamed(TaskState.FAILED, failed);
    TaskFuture<?> cancelled = kit.held("late").future();
    cancelled.cancel(false);
    expectNamed(TaskState.CANCELLED, cancelled);
  }

  @Rule(value = "S7", check = "Whether toString() tells PENDING from RUNNING.")
  default void toStringNamesPending(Kit kit) {
    expectNamed(TaskState.PENDING, kit.queued(() -> "value").future());
  }

  private static void expectNamed(TaskState state, TaskFuture<?> future) {
    String text = future.toString();
    expectTrue(
        "toString() of a future contains " + state,
        text.toUpperCase(Locale.ROOT).contains(state.name()),
        text);
  }

  @Rule(value = "S7", check = "What besides the state toString() is made of.")
  default void toStringDiffersBetweenFutures(Kit kit) {
    TaskExecutor executor = kit.open();
    TaskFuture<?> one = executor.submit(() -> "value");
    TaskFuture<?> other = executor.submit(() -> "value");
    expectDone("a task", one);
    expectDone("another task", other);
    expectTrue(
        "toString() differs between two futures",
        !one.toString().equals(other.toString()),
        "both are " + one);
  }

  @Rule(value = "S7", check = "Whether toString() touches the outcome.")
  default void toStringCallsNothingOfTheOutcome(Kit kit) {
    kit.require(Capability.SHARED_MEMORY);
    AtomicInteger calls = new AtomicInteger();
    Object value =
        new Object() {
          @Override
          public String toString() {
            calls.incrementAndGet();
            throw new IllegalStateException("the result's toString was called");
          }
        };
    HostileException failure = new HostileException();
    TaskExecutor executor = kit.open();
    TaskFuture<?> succeeded = executor.submit(() -> value);
    TaskFuture<?> failed = executor.submit(Failing.with(failure));
    expectDone("a task with a hostile result", succeeded);
    expectDone("a task with a hostile exception", failed);
    int before = failure.calls();
    expectTrue("toString() returns", !succeeded.toString().isEmpty());
    expectTrue("toString() returns", !failed.toString().isEmpty());
    expectEquals("how often toString() called one of the result", 0, calls.get());
    expectEquals("how often toString() called a method of the failure", before, failure.calls());
  }

  @Rule(value = "S7", check = "Whether toString() takes a lock that is held for long.")
  default void toStringDoesNotBlock(Kit kit) {
    Kit.Held<String> held = kit.held("value");
    Gate inCallback = kit.gate();
    held.future().addDoneCallback(done -> inCallback.passUninterruptibly());
    kit.call("toString() of a running future", held.future()::toString).result();
    held.gate().open();
    inCallback.expectArrival("the callback is called");
    kit.call("toString() while a callback runs", held.future()::toString).result();
  }

  @Rule(value = "S8", check = "Whether equals() or hashCode() is overridden.")
  default void aFutureEqualsOnlyItself(Kit kit) {
    TaskExecutor executor = kit.open();
    TaskFuture<?> one = executor.submit(() -> "value");
    TaskFuture<?> other = executor.submit(() -> "value");
    expectDone("a task", one);
    expectDone("another task", other);
    Object same = one;
    expectTrue("a future equals itself", one.equals(same));
    expectTrue("a future with the same result does not equal it", !one.equals(other));
  }

  @Rule(value = "S8", check = "Whether hashCode() depends on the state.")
  default void theHashCodeNeverChanges(Kit kit) {
    Kit.Held<String> held = kit.held("value");
    int running = held.future().hashCode();
    held.complete();
    expectEquals("hashCode() after completion", running, held.future().hashCode());
  }

  @Rule(
      value = "S9",
      needs = Capability.PROMISES,
      check = "Whether settling asks for RUNNING instead of for not done.")
  default void anUnstartedPromiseIsSettled(Kit kit) throws Exception {
    for (boolean start : new boolean[] {false, true}) {
      String what = start ? "a started promise" : "a promise that was never started";
      Promise<String> succeeding = kit.promise();
      Promise<String> failing = kit.promise();
      if (start) {
        succeeding.start();
        failing.start();
      }
      expectTrue("trySucceed of " + what + " returns true", succeeding.trySucceed("value"));
      expectState(what + " after trySucceed", TaskState.SUCCEEDED, succeeding.future());
      Retrieval.TIMED_GET.expectValue(succeeding.future(), Limits.SIGNAL, "value");
      IllegalStateException failure = new IllegalStateException("on purpose");
      expectTrue("tryFail of " + what + " returns true", failing.tryFail(failure));
      expectState(what + " after tryFail", TaskState.FAILED, failing.future());
      Retrieval.TIMED_GET.expectFailure(failing.future(), Limits.SIGNAL, failure.getClass());
    }
  }

  @Rule(value = "S10", needs = Capability.PROMISES, check = "The states from which start() starts.")
  default void aPromiseStartsOnce(Kit kit) {
    Promise<String> promise = kit.promise();
    expectTrue("the first start() returns true", promise.start());
    expectThrows("the second start()", IllegalStateException.class, promise::start);
    expectState("a promise after two starts", TaskState.RUNNING, promise.future());
  }

  @Rule(value = "S10", needs = Capability.PROMISES, check = "What start() does in a done state.")
  default void aDonePromiseDoesNotStart(Kit kit) {
    for (PromiseEnding ending : PromiseEnding.values()) {
      Promise<String> promise = kit.promise();
      ending.on(promise);
      expectTrue("start() after " + ending + " returns false", !promise.start());
      expectState("a promise after " + ending + " and start()", ending.state(), promise.future());
    }
  }

  @Rule(
      value = "S10",
      needs = Capability.PROMISES,
      check = "Whether start() looks at the state and changes it in one atomic step.")
  default void racingStartsHaveOneWinner(Kit kit) {
    for (int round = 0; round < 100; round++) {
      Promise<String> promise = kit.promise();
      AtomicInteger started = new AtomicInteger();
      Runnable starter =
          () -> {
            try {
              if (promise.start()) {
                started.incrementAndGet();
              }
            } catch (IllegalStateException runningAlready) {
              // The loser.
            }
          };
      kit.race(starter, starter);
      expectEquals("how many of two racing starts return true", 1, started.get());
    }
  }

  @Rule(value = "S11", check = "Whether an outcome is recognised by null or by its type.")
  default void aNullOrThrowableResultIsASuccess(Kit kit) throws Exception {
    TaskExecutor executor = kit.open();
    Throwable value = new IllegalStateException("a value, not a failure");
    for (@Nullable Object result : new @Nullable Object[] {null, value}) {
      kit.require(Capability.SHARED_MEMORY);
      TaskFuture<@Nullable Object> future = executor.submit(() -> result);
      expectDone("a task that returns " + result, future);
      expectState("a task that returned " + result, TaskState.SUCCEEDED, future);
      for (Retrieval retrieval : Retrieval.values()) {
        retrieval.expectValue(future, Limits.SIGNAL, result);
      }
    }
  }

  @Rule(value = "S11", needs = Capability.PROMISES, check = "Whether tryFail checks its argument.")
  @SuppressWarnings("NullAway") // null on purpose
  default void aNullFailureIsRefused(Kit kit) throws Exception {
    Promise<String> promise = kit.promise();
    expectThrows("tryFail(null)", NullPointerException.class, () -> promise.tryFail(null));
    expectState("a promise after tryFail(null)", TaskState.PENDING, promise.future());
    promise.trySucceed(null);
    expectState("a promise after trySucceed(null)", TaskState.SUCCEEDED, promise.future());
    Retrieval.TIMED_EXCEPTION.expectValue(promise.future(), Limits.SIGNAL, null);
  }

  @Rule(value = "S12", check = "Whether the result is copied or converted on its way.")
  default void everyRetrievalReturnsTheVeryResult(Kit kit) throws Exception {
    kit.require(Capability.SHARED_MEMORY);
    for (Object value : List.of(new Object(), new ArrayList<>(List.of("element")))) {
      TaskFuture<Object> future = kit.open().submit(() -> value);
      expectDone("a task", future);
      for (int i = 0; i < 2; i++) {
        for (Retrieval retrieval : Retrieval.values()) {
          retrieval.expectValue(future, Limits.SIGNAL, value);
        }
        expectSame("what resultNow() returns", value, future.resultNow());
      }
    }
  }
}
