package dev.gauntlet.conformance;

import static dev.gauntlet.conformance.Expect.expectDone;
import static dev.gauntlet.conformance.Expect.expectEquals;
import static dev.gauntlet.conformance.Expect.expectNever;
import static dev.gauntlet.conformance.Expect.expectSame;
import static dev.gauntlet.conformance.Expect.expectSoon;
import static dev.gauntlet.conformance.Expect.expectState;
import static dev.gauntlet.conformance.Expect.expectTrue;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.TaskFutures;
import dev.gauntlet.TaskState;
import dev.gauntlet.spi.Capability;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Section C: what each form of cancel does in each state. */
public interface CancelRules extends ConformanceRules {

  @Rule(
      value = "C1",
      needs = Capability.BOUNDED_WORKERS,
      check = "What a worker does with a queued task that was cancelled.")
  default void aCancelledPendingTaskNeverRuns(Kit kit) {
    TaskExecutor executor = kit.open(1);
    Gate gate = kit.occupy(executor, 1);
    AtomicInteger ran = new AtomicInteger();
    for (CancelForm form : CancelForm.values()) {
      TaskFuture<?> future = executor.submit(ran::incrementAndGet);
      expectTrue(form + " of a pending task returns true", form.on(future));
      expectState("a pending task after " + form, TaskState.CANCELLED, future);
    }
    gate.open();
    expectDone("a later task", executor.submit(() -> {}));
    expectNever("the body of a task that was cancelled before runs", () -> ran.get() != 0);
  }

  @Rule(
      value = "C1",
      needs = Capability.BOUNDED_WORKERS,
      check = "Whether cancelling a pending task reaches those who wait for it.")
  default void cancellingAPendingTaskReleasesItsWaiters(Kit kit) {
    for (CancelForm form : CancelForm.values()) {
      TaskFuture<?> future = kit.queued(() -> "value").future();
      Caller<?> getter =
          kit.call(
              "get() of a pending task after " + form,
              () -> Retrieval.GET.expectCancelled(future, Limits.SIGNAL));
      Caller<?> awaiter =
          kit.call(
              "await() of a pending task after " + form, () -> TaskFutures.await(List.of(future)));
      getter.expectBlocked();
      awaiter.expectBlocked();
      form.on(future);
      getter.result();
      awaiter.result();
    }
  }

  @Rule(
      value = "C1",
      needs = Capability.BOUNDED_WORKERS,
      check = "Which thread runs the callbacks of a task that is cancelled in the queue.")
  default void callbacksRunOnTheCancellingThread(Kit kit) {
    for (CancelForm form : CancelForm.values()) {
      TaskFuture<?> future = kit.queued(() -> "value").future();
      CallbackProbe probe = kit.probe().on(future);
      form.on(future);
      expectEquals(
          "the calls of a callback when " + form + " has returned", 1, probe.calls().size());
      expectSame(
          "the thread of the callback", Thread.currentThread(), probe.calls().get(0).thread());
      expectEquals("the state in the callback", TaskState.CANCELLED, probe.calls().get(0).state());
    }
  }

  @Rule(value = "C2", check = "Whether cancel() looks at RUNNING.")
  default void plainCancelLeavesARunningTaskAlone(Kit kit) throws Exception {
    Kit.Held<String> held = kit.held("value");
    expectTrue("cancel() of a running task returns false", !held.future().cancel());
    expectState("a running task after cancel()", TaskState.RUNNING, held.future());
    held.complete();
    Retrieval.TIMED_GET.expectValue(held.future(), Limits.SIGNAL, "value");
  }

  @Rule(value = "C2", check = "Whether cancel(false) changes the state, and nothing but the state.")
  default void cancelFalseCancelsARunningTaskUninterrupted(Kit kit) {
    Gate gate = kit.gate();
    AtomicReference<String> end = new AtomicReference<>("none");
    TaskFuture<?> future =
        kit.open(1)
            .submit(() -> {
              gate.passUninterruptibly();
              end.set(Thread.interrupted() ? "interrupted" : "undisturbed");
            });
    gate.expectArrived(1);
    expectTrue("cancel(false) of a running task returns true", future.cancel(false));
    expectState("a running task after cancel(false)", TaskState.CANCELLED, future);
    gate.open();
    expectSoon("the body runs on to its end", () -> !"none".equals(end.get()));
    expectEquals("the body of a task after cancel(false)", "undisturbed", end.get());
  }

  @Rule(
      value = "C3",
      needs = Capability.INTERRUPTS_RUNNING_TASKS,
      check = "Whether cancel(true) finds the thread of the body.")
  default void cancelTrueInterruptsTheBodyOnce(Kit kit) {
    TaskExecutor executor = kit.open(2);
    Gate first = kit.gate();
    Gate second = kit.gate();
    Gate others = kit.gate();
    AtomicInteger interrupts = new AtomicInteger();
    AtomicInteger elsewhere = new AtomicInteger();
    executor.submit(() -> countingInterrupts(others, elsewhere));
    TaskFuture<?> future =
        executor.submit(() -> {
          countingInterrupts(first, interrupts);
          countingInterrupts(second, interrupts);
        });
    others.expectArrived(1);
    first.expectArrived(1);
    expectTrue("cancel(true) of a running task returns true", future.cancel(true));
    expectState("a running task after cancel(true)", TaskState.CANCELLED, future);
    second.expectArrived(1);
    future.cancel(true);
    expectNever("a body is interrupted a second time", () -> interrupts.get() > 1);
    expectEquals("how often the body was interrupted", 1, interrupts.get());
    expectEquals("how often the body of another task was interrupted", 0, elsewhere.get());
  }

  private static void countingInterrupts(Gate gate, AtomicInteger interrupts) {
    try {
      gate.pass();
    } catch (InterruptedException interrupt) {
      interrupts.incrementAndGet();
    }
  }

  @Rule(
      value = "C3",
      needs = Capability.INTERRUPTS_RUNNING_TASKS,
      check = "Whether cancel(true) sets the flag of a thread that is not blocked.")
  default void cancelTrueSetsTheFlagOfABusyBody(Kit kit) {
    Gate gate = kit.gate();
    AtomicBoolean seen = new AtomicBoolean();
    TaskFuture<?> future =
        kit.open(1)
            .submit(() -> {
              gate.spinUntilInterrupted();
              seen.set(Thread.currentThread().isInterrupted());
            });
    gate.expectArrived(1);
    future.cancel(true);
    expectSoon("a body that polls its flag sees the interrupt of cancel(true)", seen::get);
  }

  @Rule(value = "C4", check = "Whether cancel is refused in a done state.")
  default void cancellingADoneFutureChangesNothing(Kit kit) throws Exception {
    TaskExecutor executor = kit.open();
    IllegalStateException failure = new IllegalStateException("on purpose");
    TaskFuture<?> succeeded = executor.submit(() -> "value");
    TaskFuture<?> failed = executor.submit(Failing.with(failure));
    expectDone("a task that returns", succeeded);
    expectDone("a task that throws", failed);
    for (CancelForm form : CancelForm.values()) {
      expectTrue(form + " of a succeeded task returns false", !form.on(succeeded));
      expectTrue(form + " of a failed task returns false", !form.on(failed));
    }
    expectState("a succeeded task after cancel", TaskState.SUCCEEDED, succeeded);
    expectState("a failed task after cancel", TaskState.FAILED, failed);
    expectEquals("the result after cancel", "value", succeeded.get());
    Retrieval.TIMED_GET.expectFailure(failed, Limits.SIGNAL, failure.getClass());
  }

  @Rule(value = "C5", check = "What each form of cancel returns for a CANCELLED future.")
  default void aRepeatedCancelTellsWhoCancelled(Kit kit) {
    TaskFuture<?> future = kit.held("late").future();
    expectTrue("the first cancel(false) returns true", future.cancel(false));
    expectTrue("a second cancel(false) returns false", !future.cancel(false));
    expectTrue("a later cancel(true) returns false", !future.cancel(true));
    expectTrue("a later cancel() returns true", future.cancel());
    expectTrue("and once more", future.cancel());
    expectTrue("and cancel(false) after it returns false", !future.cancel(false));
  }

  @Rule(value = "C5", check = "Whether cancel() and cancel(boolean) know of each other.")
  default void cancelBooleanAfterPlainCancelReturnsFalse(Kit kit) {
    TaskFuture<?> future = kit.queued(() -> "value").future();
    expectTrue("the first cancel() of a pending task returns true", future.cancel());
    expectTrue("cancel(false) after it returns false", !future.cancel(false));
    expectTrue("cancel(true) after it returns false", !future.cancel(true));
    expectTrue("a second cancel() returns true", future.cancel());
  }
}
