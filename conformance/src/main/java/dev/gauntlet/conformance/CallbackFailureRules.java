package dev.gauntlet.conformance;

import static dev.gauntlet.conformance.Expect.expectDone;
import static dev.gauntlet.conformance.Expect.expectEquals;
import static dev.gauntlet.conformance.Expect.expectNever;
import static dev.gauntlet.conformance.Expect.expectReturns;
import static dev.gauntlet.conformance.Expect.expectSame;
import static dev.gauntlet.conformance.Expect.expectSoon;
import static dev.gauntlet.conformance.Expect.expectState;
import static dev.gauntlet.conformance.Expect.expectTrue;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.TaskState;
import dev.gauntlet.spi.Capability;
import dev.gauntlet.spi.Promise;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/** Section K, continued: callbacks that throw. */
public interface CallbackFailureRules extends ConformanceRules {

  /** Whatever a callback can throw. */
  private static List<Throwable> throwables() {
    return List.of(
        new IllegalStateException("on purpose"),
        new AssertionError("on purpose"),
        new StackOverflowError("on purpose"),
        new IOException("sneaked out of a callback"),
        new Throwable("on purpose"));
  }

  private static void throwing(TaskFuture<?> future, Throwable thrown) {
    expectReturns(
        "the registration of a callback that throws",
        () ->
            future.addDoneCallback(done -> {
              throw Kit.sneak(thrown);
            }));
  }

  @Rule(value = "K7", check = "What is caught around each callback.")
  default void theOtherCallbacksRunWhateverOneThrows(Kit kit) {
    TaskExecutor executor = kit.open(1);
    for (Throwable thrown : throwables()) {
      Gate gate = kit.gate();
      TaskFuture<?> future = kit.running(executor, gate, "value");
      CallbackProbe before = kit.probe().on(future);
      throwing(future, thrown);
      CallbackProbe after = kit.probe().on(future);
      gate.open();
      before.expectCalled();
      after.expectCalled();
      expectState("the future", TaskState.SUCCEEDED, future);
    }
    expectDone("a later task", executor.submit(() -> {}));
  }

  @Rule(
      value = "K7",
      needs = Capability.CUSTOM_THREADS,
      check = "Whether a Throwable of a callback leaves the loop of the worker.")
  default void theWorkerSurvivesAThrowingCallback(Kit kit) {
    TaskExecutor executor = kit.open(1);
    for (Throwable thrown : throwables()) {
      Gate gate = kit.gate();
      TaskFuture<?> future = kit.running(executor, gate, "value");
      throwing(future, thrown);
      gate.open();
      expectDone("the task", future);
      expectDone("the next task", executor.submit(() -> {}));
    }
    expectNever(
        "what a callback throws is uncaught on the worker",
        () -> !kit.workers(executor).uncaught().isEmpty());
  }

  @Rule(value = "K7", check = "What a canceller meets when a callback throws.")
  default void theCancellerGoesOnWhateverACallbackThrows(Kit kit) {
    for (Throwable thrown : throwables()) {
      TaskFuture<?> future = kit.held("late").future();
      throwing(future, thrown);
      CallbackProbe after = kit.probe().on(future);
      expectTrue(
          "cancel(false) returns true",
          expectReturns("cancel(false) whose callback throws", () -> future.cancel(false)));
      after.expectCalled();
    }
  }

  @Rule(value = "K7", check = "What the settler of a promise meets when a callback throws.")
  default void theSettlerGoesOnWhateverACallbackThrows(Kit kit) {
    for (Throwable thrown : throwables()) {
      Promise<String> promise = kit.promise();
      throwing(promise.future(), thrown);
      CallbackProbe after = kit.probe().on(promise.future());
      expectTrue(
          "trySucceed returns true",
          expectReturns("trySucceed whose callback throws", () -> promise.trySucceed("value")));
      after.expectCalled();
    }
  }

  @Rule(value = "K8", check = "The way from a throwing callback to the handler of the executor.")
  default void eachFailureIsReportedOnce(Kit kit) {
    List<TaskFuture<?>> futures = new CopyOnWriteArrayList<>();
    List<Throwable> failures = new CopyOnWriteArrayList<>();
    TaskExecutor executor =
        kit.open(config ->
            config.callbackFailureHandler((future, failure) -> {
              futures.add(future);
              failures.add(failure);
            }));
    List<Throwable> thrown =
        List.of(
            new IllegalStateException("the first"),
            new AssertionError("the second"),
            new IOException("the late one"));
    List<TaskFuture<?>> throwers = new ArrayList<>();
    for (Throwable failure : thrown.subList(0, 2)) {
      Gate gate = kit.gate();
      TaskFuture<?> future = kit.running(executor, gate, "value");
      throwers.add(future);
      throwing(future, failure);
      gate.open();
      expectSoon("the failure is reported", () -> failures.size() >= throwers.size());
    }
    throwers.add(throwers.get(1));
    throwing(throwers.get(2), thrown.get(2));
    expectEquals("what is reported, in this order", thrown, failures);
    for (int i = 0; i < 3; i++) {
      expectSame("the future that is reported", throwers.get(i), futures.get(i));
    }
  }

  @Rule(value = "K8", check = "The way from a throwing callback on a canceller to the handler.")
  default void aFailureOnTheCancellerIsReportedOnce(Kit kit) {
    Throwable thrown = new IllegalStateException("on purpose");
    TaskFuture<?> future = kit.held("late").future();
    throwing(future, thrown);
    expectReturns("cancel(false) whose callback throws", () -> future.cancel(false));
    expectSoon("the failure is reported", () -> !kit.callbackFailures().isEmpty());
    expectEquals("what is reported", List.of(thrown), kit.callbackFailures());
  }

  @Rule(value = "K8", check = "What is caught around the handler.")
  default void aHandlerThatThrowsChangesNothing(Kit kit) {
    AtomicInteger reports = new AtomicInteger();
    TaskExecutor executor =
        kit.open(config ->
            config
                .workers(1)
                .callbackFailureHandler((future, failure) -> {
                  reports.incrementAndGet();
                  throw new AssertionError("the handler is broken as well");
                }));
    Gate gate = kit.gate();
    TaskFuture<?> future = kit.running(executor, gate, "value");
    throwing(future, new IllegalStateException("on purpose"));
    CallbackProbe after = kit.probe().on(future);
    gate.open();
    after.expectCalled();
    expectDone("the next task", executor.submit(() -> {}));
    throwing(future, new IllegalStateException("late, on purpose"));
    expectEquals("the number of reports", 2, reports.get());
  }

  @Rule(value = "K16", check = "What becomes of the exception of an executor that refuses.")
  default void aRefusalOfTheExecutorIsReported(Kit kit) {
    RejectedExecutionException refusal = new RejectedExecutionException("on purpose");
    Executor refusing =
        command -> {
          throw refusal;
        };
    Kit.Held<String> held = kit.held("value");
    held.future().addDoneCallback(done -> {}, refusing);
    held.complete();
    expectSoon("the refusal is reported", () -> !kit.callbackFailures().isEmpty());
    expectReturns(
        "a late registration with an executor that refuses",
        () -> held.future().addDoneCallback(done -> {}, refusing));
    expectEquals("what is reported", List.of(refusal, refusal), kit.callbackFailures());
  }

  @Rule(value = "K8", check = "Where a Throwable goes that a callback throws in an executor.")
  default void aFailureInAnExecutorIsReported(Kit kit) {
    Throwable thrown = new IllegalStateException("on purpose");
    Kit.Held<String> held = kit.held("value");
    held.complete();
    expectReturns(
        "a registration with an executor in which the callback throws",
        () ->
            held.future()
                .addDoneCallback(
                    done -> {
                      throw Kit.sneak(thrown);
                    },
                    Runnable::run));
    expectEquals("what is reported", List.of(thrown), kit.callbackFailures());
  }
}
