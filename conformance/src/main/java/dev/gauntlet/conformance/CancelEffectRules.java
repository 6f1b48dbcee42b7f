package dev.gauntlet.conformance;

import static dev.gauntlet.conformance.Expect.expectDone;
import static dev.gauntlet.conformance.Expect.expectEquals;
import static dev.gauntlet.conformance.Expect.expectNever;
import static dev.gauntlet.conformance.Expect.expectReturns;
import static dev.gauntlet.conformance.Expect.expectSoon;
import static dev.gauntlet.conformance.Expect.expectState;
import static dev.gauntlet.conformance.Expect.expectTrue;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.TaskState;
import dev.gauntlet.spi.Capability;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** Section C, continued: what cancelling means for the body, for callbacks and for readers. */
public interface CancelEffectRules extends ConformanceRules {

  @Rule(
      value = "C9",
      needs = Capability.INTERRUPTS_RUNNING_TASKS,
      check = "Where a worker clears its flag after a body that was cancelled.")
  default void theFlagOfACancelledBodyIsGoneAfterIt(Kit kit) {
    TaskExecutor executor = kit.open(1);
    Gate gate = kit.gate();
    TaskFuture<?> cancelled = executor.submit(gate::passUninterruptibly);
    gate.expectArrived(1);
    Gate nextMayEnd = kit.gate();
    TaskFuture<Boolean> next =
        executor.submit(() -> {
          boolean flag = Thread.currentThread().isInterrupted();
          nextMayEnd.passUninterruptibly();
          return flag;
        });
    CallbackProbe probe = kit.probe().on(next);
    cancelled.cancel(true);
    gate.open();
    nextMayEnd.expectArrived(1);
    nextMayEnd.open();
    expectDone("the next task", next);
    expectEquals("the flag in the body after a cancelled one", false, next.resultNow());
    expectEquals("the flag in its callback", false, probe.expectCalled().interrupted());
  }

  @Rule(value = "C11", check = "Whether the end of a body looks at the state before it writes.")
  default void whatACancelledBodyReturnsOrThrowsIsDropped(Kit kit) {
    TaskExecutor executor = kit.open(2);
    Gate gate = kit.gate();
    TaskFuture<?> returning = kit.running(executor, gate, "dropped");
    TaskFuture<?> throwing =
        executor.submit(() -> {
          gate.passUninterruptibly();
          throw new IllegalStateException("dropped");
        });
    gate.expectArrived(2);
    returning.cancel(false);
    throwing.cancel(false);
    gate.open();
    for (TaskFuture<?> future : List.of(returning, throwing)) {
      expectNever("a cancelled future gets an outcome", () -> !future.isCancelled());
      Retrieval.TIMED_GET.expectCancelled(future, Limits.SIGNAL);
      Retrieval.TIMED_EXCEPTION.expectCancelled(future, Limits.SIGNAL);
    }
  }

  @Rule(
      value = "C11",
      needs = Capability.CUSTOM_THREADS,
      check = "Where the exception of a body goes whose future is cancelled.")
  default void whatACancelledBodyThrowsIsNotUncaught(Kit kit) {
    TaskExecutor executor = kit.open(1);
    Gate gate = kit.gate();
    TaskFuture<?> future =
        executor.submit(() -> {
          gate.passUninterruptibly();
          throw new IllegalStateException("dropped");
        });
    gate.expectArrived(1);
    future.cancel(false);
    gate.open();
    expectDone("the next task", executor.submit(() -> {}));
    expectNever(
        "the exception of a cancelled body reaches the uncaught-exception handler",
        () -> !kit.workers(executor).uncaught().isEmpty());
  }

  @Rule(value = "C12", check = "What cancel waits for.")
  default void cancelDoesNotWaitForTheBody(Kit kit) {
    for (boolean interrupting : new boolean[] {false, true}) {
      TaskExecutor executor = kit.open(1);
      Gate deaf = kit.gate();
      TaskFuture<?> future = executor.submit(deaf::passUninterruptibly);
      deaf.expectArrived(1);
      expectEquals(
          "cancel(" + interrupting + ") of a body that goes on",
          true,
          kit.call("cancel(" + interrupting + ")", () -> future.cancel(interrupting)).result());
    }
  }

  @Rule(value = "C12", check = "Which lock is held while callbacks run.")
  default void cancelDoesNotWaitForCallbacksOfOthers(Kit kit) {
    TaskExecutor executor = kit.open(2);
    Gate bodies = kit.gate();
    Gate inCallback = kit.gate();
    TaskFuture<?> done = kit.running(executor, bodies, "value");
    done.addDoneCallback(future -> inCallback.passUninterruptibly());
    bodies.open();
    inCallback.expectArrival("the callback is called");
    Gate own = kit.gate();
    TaskFuture<?> other = kit.running(executor, own, "late");
    Caller<Boolean> own1 = kit.call("cancel(true) of the future itself", () -> done.cancel(true));
    Caller<Boolean> own2 = kit.call("cancel(false) of another one", () -> other.cancel(false));
    expectEquals("cancel(true) of a future whose callback still runs", false, own1.result());
    expectEquals("cancel(false) of another future", true, own2.result());
  }

  @Rule(value = "C13", check = "What cancel does to a future whose callbacks are running.")
  default void cancellingTheOwnFutureInACallbackChangesNothing(Kit kit) {
    Kit.Held<String> completed = kit.held("value");
    AtomicReference<List<Boolean>> afterSuccess = cancelledInCallback(completed.future());
    completed.complete();
    expectSoon("the callback is called", () -> !afterSuccess.get().isEmpty());
    expectEquals(
        "what cancel(), cancel(false), cancel(true) return in a callback of a succeeded future",
        List.of(false, false, false),
        afterSuccess.get());
    expectState("the future afterwards", TaskState.SUCCEEDED, completed.future());
    TaskFuture<?> cancelled = kit.held("late").future();
    AtomicReference<List<Boolean>> afterCancel = cancelledInCallback(cancelled);
    cancelled.cancel(false);
    expectSoon("the callback is called", () -> !afterCancel.get().isEmpty());
    expectEquals(
        "what cancel(), cancel(false), cancel(true) return in a callback of a cancelled future",
        List.of(true, false, false),
        afterCancel.get());
  }

  private static AtomicReference<List<Boolean>> cancelledInCallback(TaskFuture<?> future) {
    AtomicReference<List<Boolean>> answers = new AtomicReference<>(List.of());
    future.addDoneCallback(
        done -> answers.set(List.of(done.cancel(), done.cancel(false), done.cancel(true))));
    return answers;
  }

  @Rule(value = "C13", check = "Whether a lock or flag of the running callback is in the way.")
  default void cancellingAnotherFutureInACallbackWorks(Kit kit) {
    Kit.Held<String> held = kit.held("value");
    TaskFuture<?> other = kit.held("late").future();
    AtomicReference<TaskState> seen = new AtomicReference<>();
    CallbackProbe probe = kit.probe().on(other);
    held.future()
        .addDoneCallback(done -> {
          other.cancel(false);
          seen.set(other.taskState());
        });
    held.complete();
    expectSoon("the callback is called", () -> seen.get() != null);
    expectEquals("the state of the other future", TaskState.CANCELLED, seen.get());
    probe.expectCalled();
  }

  @Rule(
      value = "C14",
      needs = Capability.INTERRUPTS_RUNNING_TASKS,
      check = "What cancel does when the canceller is the body itself.")
  default void aBodyCancelsItsOwnFuture(Kit kit) {
    Gate gate = kit.gate();
    AtomicReference<TaskFuture<?>> own = new AtomicReference<>();
    AtomicReference<List<Boolean>> answers = new AtomicReference<>(List.of());
    TaskFuture<?> future =
        kit.open(1)
            .submit(() -> {
              gate.passUninterruptibly();
              boolean plain = own.get().cancel();
              boolean interrupting = own.get().cancel(true);
              answers.set(List.of(plain, interrupting, Thread.currentThread().isInterrupted()));
            });
    own.set(future);
    gate.open();
    expectSoon("the body ends", () -> !answers.get().isEmpty());
    expectEquals(
        "what cancel() and cancel(true) return in the own body, and the flag after that",
        List.of(false, true, true),
        answers.get());
    expectState("the future", TaskState.CANCELLED, future);
  }

  @Rule(value = "C15", check = "What a Throwable of a callback passes on its way out of cancel.")
  default void aThrowingCallbackDoesNotReachTheCanceller(Kit kit) {
    for (Throwable thrown :
        List.of(new IllegalStateException("on purpose"), new AssertionError("on purpose"))) {
      TaskFuture<?> future = kit.held("late").future();
      future.addDoneCallback(done -> {
        throw Kit.sneak(thrown);
      });
      Caller<?> getter =
          kit.call(
              "get() of a future whose callback throws",
              () -> Retrieval.GET.expectCancelled(future, Limits.SIGNAL));
      getter.expectBlocked();
      expectTrue(
          "cancel(false) returns true although a callback throws",
          expectReturns("cancel(false) although a callback throws", () -> future.cancel(false)));
      expectState("the future", TaskState.CANCELLED, future);
      getter.result();
    }
  }

  @Rule(
      value = "C15",
      needs = {Capability.CUSTOM_THREADS, Capability.INTERRUPTS_RUNNING_TASKS},
      check = "What happens to cancel(true) when Thread.interrupt throws.")
  default void anInterruptThatThrowsDoesNotReachTheCanceller(Kit kit) {
    AtomicBoolean refusing = new AtomicBoolean();
    Runnable refuse =
        () -> {
          if (refusing.get()) {
            throw new SecurityException("on purpose");
          }
        };
    TaskExecutor executor =
        kit.open(config -> config.workers(1).threadFactory(body -> new HookedThread(body, refuse)));
    Gate gate = kit.gate();
    TaskFuture<?> future = executor.submit(gate::passUninterruptibly);
    gate.expectArrived(1);
    refusing.set(true);
    expectTrue(
        "cancel(true) returns true although interrupt() throws",
        expectReturns("cancel(true) although interrupt() throws", () -> future.cancel(true)));
    refusing.set(false);
    expectState("the future", TaskState.CANCELLED, future);
    Retrieval.TIMED_GET.expectCancelled(future, Limits.SIGNAL);
  }

  @Rule(value = "C18", check = "Where the CancellationException is made.")
  default void everyRetrievalThrowsItsOwnCancellationException(Kit kit) {
    TaskFuture<?> future = kit.cancelled();
    for (Retrieval retrieval : Retrieval.values()) {
      CancellationException one = retrieval.expectCancelled(future, Limits.SIGNAL);
      CancellationException other = retrieval.expectCancelled(future, Limits.SIGNAL);
      expectTrue(retrieval + " throws a new exception each time", !isSame(one, other), one);
      expectTrue(
          "the stack trace is that of the thread that called " + retrieval,
          List.of(one.getStackTrace()).stream()
              .anyMatch(frame -> frame.getClassName().equals(Retrieval.class.getName())),
          List.of(one.getStackTrace()));
    }
  }

  @SuppressWarnings("ReferenceEquality") // that is the question
  private static boolean isSame(Object one, Object other) {
    return one == other;
  }

  @Rule(value = "C22", check = "Which of the two futures knows the other.")
  default void cancellingTheCompletableFutureSparesItsSource(Kit kit) throws Exception {
    Kit.Held<String> held = kit.held("value");
    CompletableFuture<String> view = held.future().toCompletableFuture();
    view.cancel(true);
    expectState("the source of a cancelled CompletableFuture", TaskState.RUNNING, held.future());
    held.complete();
    Retrieval.TIMED_GET.expectValue(held.future(), Limits.SIGNAL, "value");
  }
}
