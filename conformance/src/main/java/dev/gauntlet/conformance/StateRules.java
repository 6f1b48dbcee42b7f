package dev.gauntlet.conformance;

import static dev.gauntlet.conformance.Expect.expectDone;
import static dev.gauntlet.conformance.Expect.expectEquals;
import static dev.gauntlet.conformance.Expect.expectNever;
import static dev.gauntlet.conformance.Expect.expectSame;
import static dev.gauntlet.conformance.Expect.expectState;
import static dev.gauntlet.conformance.Expect.expectTrue;

import dev.gauntlet.ReturnWhen;
import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.TaskFutures;
import dev.gauntlet.TaskState;
import dev.gauntlet.spi.Capability;
import dev.gauntlet.spi.Promise;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Section S: the states of a future, and the one transition that ends it. */
public interface StateRules extends ConformanceRules {

  @Rule(value = "S1", check = "Every write to the state: which state it expects to replace.")
  default void statesOnlyMoveForward(Kit kit) {
    TaskExecutor executor = untracked(kit);
    Aim aim = new Aim();
    for (int round = 0; round < 400 && aim.hasTime(); round++) {
      Aim.Meeting meeting = aim.next();
      int failing = round % 2;
      TaskFuture<Integer> future =
          executor.submit(() -> {
            meeting.hold();
            return 1 / failing;
          });
      TaskState last = future.taskState();
      meeting.meet();
      long end = System.nanoTime() + Limits.SIGNAL.toNanos();
      while (!last.isDone()) {
        expectTrue("a task is done soon", System.nanoTime() < end, last);
        TaskState next = future.taskState();
        expectTrue(
            "a future that was " + last + " moves only forward",
            next == last || last.mayBecome(next),
            next);
        last = next;
      }
      expectEquals(
          "the state", failing == 0 ? TaskState.FAILED : TaskState.SUCCEEDED, future.taskState());
    }
  }

  /** Returns an executor whose futures are not kept until the end of the test. */
  private static TaskExecutor untracked(Kit kit) {
    kit.require(Capability.SHARED_MEMORY);
    kit.require(Capability.ASYNCHRONOUS);
    return kit.subject(kit.open(1));
  }

  @Rule(value = "S1", check = "Whether the end of a body overwrites CANCELLED.")
  default void aCancelledFutureStaysCancelledWhenItsBodyEnds(Kit kit) {
    Kit.Held<String> held = kit.held("late");
    held.future().cancel(false);
    expectEquals("the state after cancel(false)", TaskState.CANCELLED, held.future().taskState());
    held.gate().open();
    expectNever(
        "a CANCELLED future changes its state",
        () -> held.future().taskState() != TaskState.CANCELLED);
  }

  @Rule(value = "S2", check = "What each query derives its answer from.")
  default void queriesAgreeOnAPendingFuture(Kit kit) {
    expectState("a queued task", TaskState.PENDING, kit.queued(() -> "value").future());
  }

  @Rule(value = "S2", check = "When the state becomes RUNNING, and what each query derives.")
  default void queriesAgreeOnARunningFuture(Kit kit) {
    Kit.Held<String> held = kit.held("value");
    expectState("a task whose body runs", TaskState.RUNNING, held.future());
    held.complete();
    expectState("that task after its body has ended", TaskState.SUCCEEDED, held.future());
  }

  @Rule(value = "S2", check = "What each query derives its answer from.")
  default void queriesAgreeOnADoneFuture(Kit kit) {
    TaskExecutor executor = kit.open();
    TaskFuture<?> succeeded = executor.submit(() -> "value");
    TaskFuture<?> failed = executor.submit(Failing.with(new IllegalStateException("on purpose")));
    expectDone("a task that returns", succeeded);
    expectDone("a task that throws", failed);
    expectState("a task that returned", TaskState.SUCCEEDED, succeeded);
    expectState("a task that threw", TaskState.FAILED, failed);
  }

  @Rule(value = "S2", check = "What each query derives its answer from, while a body still runs.")
  default void queriesAgreeOnACancelledFuture(Kit kit) {
    TaskFuture<?> future = kit.held("late").future();
    future.cancel(false);
    expectState("a task that was cancelled while it ran", TaskState.CANCELLED, future);
  }

  @Rule(value = "S2", check = "The states of a promise, which has no body.")
  default void queriesAgreeOnAPromise(Kit kit) {
    Promise<String> promise = kit.promise();
    expectState("a new promise", TaskState.PENDING, promise.future());
    promise.start();
    expectState("a started promise", TaskState.RUNNING, promise.future());
    promise.trySucceed("value");
    expectState("a promise that was settled", TaskState.SUCCEEDED, promise.future());
  }

  @Rule(value = "S3", check = "What a retrieval waits for once the future is cancelled.")
  default void aCancelledFutureIsDoneForRetrieval(Kit kit) {
    TaskFuture<?> future = kit.held("late").future();
    future.cancel(false);
    for (Retrieval retrieval : Retrieval.values()) {
      Caller<Boolean> caller =
          kit.call(
              retrieval + " of a cancelled future whose body still runs",
              () -> {
                retrieval.expectCancelled(future, Duration.ZERO);
                return true;
              });
      caller.result();
    }
  }

  @Rule(value = "S3", check = "Whether a waiter or callback added after cancel() is told.")
  default void aCancelledFutureIsDoneForWaitingOperations(Kit kit) throws Exception {
    TaskFuture<?> future = kit.held("late").future();
    future.cancel(false);
    expectTrue(
        "await() puts a cancelled future whose body still runs among the done ones",
        TaskFutures.await(List.of(future), ReturnWhen.ALL_COMPLETED, Duration.ZERO)
            .done()
            .contains(future));
    expectSame(
        "what asCompleted() yields first",
        future,
        TaskFutures.asCompleted(List.of(future), Duration.ZERO).next());
    AtomicInteger calls = new AtomicInteger();
    future.addDoneCallback(done -> calls.incrementAndGet());
    expectEquals("the calls of a callback registered after cancel(false)", 1, calls.get());
  }

  @Rule(
      value = "S4",
      needs = Capability.PROMISES,
      check = "Whether each way to end a promise looks at the state first.")
  default void onlyTheFirstEndingOfAPromiseCounts(Kit kit) {
    for (PromiseEnding first : PromiseEnding.values()) {
      for (PromiseEnding second : PromiseEnding.values()) {
        Promise<String> promise = kit.promise();
        expectTrue(first + " of a pending promise returns true", first.on(promise));
        expectTrue(second + " after " + first + " returns false", !second.on(promise));
        expectState("a promise after " + first, first.state(), promise.future());
      }
    }
  }

  @Rule(
      value = "S4",
      needs = Capability.PROMISES,
      check = "Whether the look at the state and its change are one atomic step.")
  default void racingEndingsHaveOneWinner(Kit kit) {
    PromiseEnding[] endings = PromiseEnding.values();
    for (int round = 0; round < 160; round++) {
      PromiseEnding one = endings[round % 4];
      PromiseEnding other = endings[round / 4 % 4];
      Promise<String> promise = kit.promise();
      AtomicReference<PromiseEnding> winner = new AtomicReference<>();
      AtomicInteger winners = new AtomicInteger();
      kit.race(
          () -> end(promise, one, winners, winner), () -> end(promise, other, winners, winner));
      expectEquals("how many of " + one + " and " + other + " return true", 1, winners.get());
      expectEquals("the state", winner.get().state(), promise.future().taskState());
    }
  }

  private static void end(
      Promise<String> promise,
      PromiseEnding ending,
      AtomicInteger winners,
      AtomicReference<PromiseEnding> winner) {
    if (ending.on(promise)) {
      winners.incrementAndGet();
      winner.set(ending);
    }
  }

  @Rule(value = "S5", check = "The order of publishing, releasing waiters and running callbacks.")
  default void aBlockingCallbackDelaysNoWaiter(Kit kit) {
    Kit.Held<String> held = kit.held("value");
    Gate inCallback = kit.gate();
    AtomicReference<TaskState> seen = new AtomicReference<>();
    held.future()
        .addDoneCallback(done -> {
          seen.set(done.taskState());
          inCallback.passUninterruptibly();
        });
    Caller<?> getter = kit.call("get() while a callback blocks", () -> held.future().get());
    Caller<?> awaiter =
        kit.call(
            "await() while a callback blocks", () -> TaskFutures.await(List.of(held.future())));
    getter.expectBlocked();
    awaiter.expectBlocked();
    held.gate().open();
    inCallback.expectArrival("the callback is called");
    expectEquals("the state in a callback", TaskState.SUCCEEDED, seen.get());
    expectEquals("what get() returns", "value", getter.result());
    awaiter.result();
  }

  @Rule(value = "S5", check = "The order in which cancel() releases waiters and runs callbacks.")
  default void aCallbackThatBlocksTheCancellerDelaysNoWaiter(Kit kit) {
    TaskFuture<String> future = kit.held("late").future();
    Gate inCallback = kit.gate();
    future.addDoneCallback(done -> inCallback.passUninterruptibly());
    Caller<?> getter =
        kit.call(
            "get() while a callback blocks the canceller",
            () -> Retrieval.GET.expectCancelled(future, Limits.SIGNAL));
    getter.expectBlocked();
    Caller<Boolean> canceller = kit.call("cancel(false)", () -> future.cancel(false));
    inCallback.expectArrival("the callback is called");
    getter.result();
    inCallback.open();
    expectEquals("what cancel(false) returns", true, canceller.result());
  }

  /** The test looks while the body ends; the retrieval follows at the first true of isDone(). */
  @Rule(value = "S6", check = "Whether the state is published before the outcome can be read.")
  default void whatIsDoneDeliversAtOnce(Kit kit) throws Exception {
    TaskExecutor executor = untracked(kit);
    Retrieval[] retrievals = Retrieval.values();
    Aim aim = new Aim();
    for (int round = 0; round < 1_200 && aim.hasTime(); round++) {
      Aim.Meeting meeting = aim.next();
      Object value = new Object();
      TaskFuture<Object> future =
          executor.submit(() -> {
            meeting.hold();
            return value;
          });
      meeting.meet();
      long end = System.nanoTime() + Limits.SIGNAL.toNanos();
      while (!future.isDone()) {
        expectTrue("a task is done soon", System.nanoTime() < end, future.taskState());
      }
      retrievals[round % retrievals.length].expectValue(future, Duration.ZERO, value);
      expectTrue("isDone() stays true", future.isDone());
    }
  }
}
