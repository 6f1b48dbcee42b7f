package dev.gauntlet.conformance;

import static dev.gauntlet.conformance.Expect.expectEquals;
import static dev.gauntlet.conformance.Expect.expectSoon;
import static dev.gauntlet.conformance.Expect.expectTrue;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.spi.Capability;
import dev.gauntlet.spi.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Section K, continued: locks, stacks and interrupt flags around callbacks. */
public interface CallbackContextRules extends ConformanceRules {

  @Rule(value = "K6", check = "Which lock a worker holds while it runs callbacks.")
  default void aCallbackOnAWorkerHoldsNoLock(Kit kit) {
    TaskExecutor executor = kit.open(2);
    Gate gate = kit.gate();
    Gate inCallback = kit.gate();
    TaskFuture<?> future = kit.running(executor, gate, "value");
    future.addDoneCallback(done -> inCallback.passUninterruptibly());
    gate.open();
    inCallback.expectArrival("the callback is called");
    othersCanUse(kit, executor, future, true);
  }

  @Rule(value = "K6", check = "Which lock cancel holds while it runs callbacks.")
  default void aCallbackOnACancellerHoldsNoLock(Kit kit) {
    TaskExecutor executor = kit.open(2);
    Gate inCallback = kit.gate();
    TaskFuture<?> future = kit.running(executor, kit.gate(), "late");
    future.addDoneCallback(done -> inCallback.passUninterruptibly());
    Caller<?> canceller = kit.call("cancel(true)", () -> future.cancel(true));
    inCallback.expectArrival("the callback is called");
    othersCanUse(kit, executor, future, true);
    inCallback.open();
    canceller.result();
  }

  @Rule(
      value = "K6",
      needs = Capability.BOUNDED_WORKERS,
      check = "Which lock shutdown(true) holds while it runs the callbacks of what it cancels.")
  default void aCallbackOfShutdownTrueHoldsNoLock(Kit kit) {
    callbackOfShutdown(kit, executor -> executor.shutdown(true));
  }

  @Rule(
      value = "K6",
      needs = Capability.BOUNDED_WORKERS,
      check = "Which lock shutdownNow holds while it runs the callbacks of what it cancels.")
  default void aCallbackOfShutdownNowHoldsNoLock(Kit kit) {
    callbackOfShutdown(kit, TaskExecutor::shutdownNow);
  }

  private static void callbackOfShutdown(Kit kit, Consumer<TaskExecutor> shutdown) {
    TaskExecutor executor = kit.open(1);
    kit.occupy(executor, 1);
    Gate inCallback = kit.gate();
    TaskFuture<?> queued = executor.submit(() -> {});
    queued.addDoneCallback(done -> inCallback.passUninterruptibly());
    Caller<?> closer =
        kit.call(
            "the shutdown",
            () -> {
              shutdown.accept(executor);
              return true;
            });
    inCallback.expectArrival("the callback is called");
    othersCanUse(kit, executor, queued, false);
    inCallback.open();
    closer.result();
  }

  private static void othersCanUse(
      Kit kit, TaskExecutor executor, TaskFuture<?> done, boolean open) {
    Caller<Boolean> submitter =
        kit.call(
            "submit during a callback",
            () -> {
              try {
                executor.submit(() -> {}).cancel(false);
                return true;
              } catch (RejectedExecutionException refused) {
                return false;
              }
            });
    expectEquals("whether a submit during the callback is accepted", open, submitter.result());
    AtomicBoolean called = new AtomicBoolean();
    kit.call("a registration", () -> done.addDoneCallback(late -> called.set(true))).result();
    expectTrue("a late registration during the callback is called", called.get());
    kit.call("cancel() during a callback", done::cancel).result();
    kit.call("isTerminated() during a callback", executor::isTerminated).result();
    kit.call(
            "shutdown() during a callback",
            () -> {
              executor.shutdown();
              return true;
            })
        .result();
  }

  /** The callback of each promise settles the next one, which has no other settler. */
  @Rule(
      value = "K10",
      needs = Capability.PROMISES,
      check = "Whether a completion within a callback runs callbacks on top of it.")
  default void aLongChainOfPromisesReachesItsEnd(Kit kit) {
    int length = 200_000;
    Promise<Integer> first = kit.promise();
    Promise<Integer> last = first;
    for (int i = 0; i < length; i++) {
      Promise<Integer> next = kit.promise();
      last.future().addDoneCallback(done -> next.trySucceed(done.resultNow() + 1));
      last = next;
    }
    TaskFuture<Integer> end = last.future();
    try {
      first.trySucceed(0);
    } catch (StackOverflowError deep) {
      throw new Violation("the stack does not grow with the chain", "it overflowed", deep);
    }
    expectTrue(
        "the last of " + length + " promises is done when the first trySucceed returns",
        end.isDone(),
        end.taskState());
    expectEquals("its result", length, end.resultNow());
  }

  @Rule(
      value = "K10",
      needs = Capability.BOUNDED_WORKERS,
      check = "Whether a cancel within a callback runs callbacks on top of it.")
  default void aLongChainOfCancelsReachesItsEnd(Kit kit) {
    int length = 100_000;
    TaskExecutor executor = kit.subject(kit.open(1));
    kit.occupy(executor, 1);
    List<TaskFuture<?>> futures = new ArrayList<>();
    futures.add(executor.submit(() -> {}));
    for (int i = 0; i < length; i++) {
      TaskFuture<?> next = executor.submit(() -> {});
      futures.get(i).addDoneCallback(done -> next.cancel());
      futures.add(next);
    }
    try {
      futures.get(0).cancel();
    } catch (StackOverflowError deep) {
      throw new Violation("the stack does not grow with the chain", "it overflowed", deep);
    }
    expectEquals(
        "the number of futures of the chain that are not cancelled",
        0L,
        futures.stream().filter(future -> !future.isCancelled()).count());
  }

  @Rule(
      value = "K10",
      needs = Capability.PROMISES,
      check = "What a completion within a callback leaves to the outermost one.")
  default void aNestedCompletionReleasesAtOnceAndQueuesItsCallbacks(Kit kit) {
    Promise<String> outer = kit.promise();
    Promise<String> inner = kit.promise();
    List<String> order = new CopyOnWriteArrayList<>();
    Caller<?> waiter = kit.call("get() of the inner future", () -> inner.future().get());
    waiter.expectBlocked();
    inner.future().addDoneCallback(done -> order.add("inner 1"));
    inner.future().addDoneCallback(done -> order.add("inner 2"));
    AtomicBoolean releasedAtOnce = new AtomicBoolean();
    outer
        .future()
        .addDoneCallback(done -> {
          inner.trySucceed("value");
          releasedAtOnce.set(inner.future().isDone() && Expect.holdsSoon(waiter::isDone));
          order.add("outer ends");
        });
    outer.trySucceed("value");
    expectEquals(
        "the callbacks that have run when the outermost completion returns",
        List.of("outer ends", "inner 1", "inner 2"),
        order);
    expectTrue(
        "a future that is settled within a callback is done, and its waiters released, at once",
        releasedAtOnce.get());
  }

  @Rule(value = "K11", check = "Where the flag is cleared between a body and its callbacks.")
  default void aCallbackOnAWorkerStartsWithAClearFlag(Kit kit) {
    TaskExecutor executor = kit.open(1);
    Gate gate = kit.gate();
    TaskFuture<?> future =
        executor.submit(() -> {
          gate.passUninterruptibly();
          Thread.currentThread().interrupt();
        });
    CallbackProbe probe = kit.probe().on(future);
    gate.open();
    expectEquals("the interrupt flag in the callback", false, probe.expectCalled().interrupted());
  }

  @Rule(value = "K11", check = "Whether the flag of a thread that is no worker is cleared.")
  default void aCallbackOnACallerFindsTheFlagOfTheCaller(Kit kit) {
    Kit.Held<String> done = kit.held("value");
    done.complete();
    flagIsSeen(
        kit, "a late registration", flag -> done.future().addDoneCallback(late -> flag.run()));
    TaskFuture<?> running = kit.held("late").future();
    flagIsSeen(
        kit,
        "cancel(false)",
        flag -> {
          running.addDoneCallback(late -> flag.run());
          running.cancel(false);
        });
  }

  @Rule(value = "K11", check = "Whether the flag of the settler of a promise is cleared.")
  default void aCallbackOnASettlerFindsTheFlagOfTheSettler(Kit kit) {
    Promise<String> promise = kit.promise();
    flagIsSeen(
        kit,
        "trySucceed",
        flag -> {
          promise.future().addDoneCallback(late -> flag.run());
          promise.trySucceed("value");
        });
  }

  private static void flagIsSeen(Kit kit, String how, Consumer<Runnable> completion) {
    AtomicReference<Boolean> inCallback = new AtomicReference<>();
    Caller<Boolean> caller =
        kit.call(
            how + " by an interrupted caller",
            () -> {
              Thread.currentThread().interrupt();
              completion.accept(() -> inCallback.set(Thread.currentThread().isInterrupted()));
              return Thread.currentThread().isInterrupted();
            });
    expectEquals("the flag of the caller after " + how, true, caller.result());
    expectSoon("the callback is called", () -> inCallback.get() != null);
    expectEquals("the flag in a callback during " + how, true, inCallback.get());
  }
}
