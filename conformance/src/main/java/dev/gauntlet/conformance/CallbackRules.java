package dev.gauntlet.conformance;

import static dev.gauntlet.conformance.Expect.expectCollected;
import static dev.gauntlet.conformance.Expect.expectDone;
import static dev.gauntlet.conformance.Expect.expectEquals;
import static dev.gauntlet.conformance.Expect.expectNever;
import static dev.gauntlet.conformance.Expect.expectReturns;
import static dev.gauntlet.conformance.Expect.expectSame;
import static dev.gauntlet.conformance.Expect.expectSoon;
import static dev.gauntlet.conformance.Expect.expectThrows;
import static dev.gauntlet.conformance.Expect.expectTrue;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.TaskState;
import dev.gauntlet.spi.Capability;
import dev.gauntlet.spi.Promise;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Section K: which callbacks are called, how often, where, and in which order. */
public interface CallbackRules extends ConformanceRules {

  @Rule(value = "K1", check = "How often the list of callbacks is run, and with what.")
  default void eachRegistrationIsCalledOnceWithTheFuture(Kit kit) {
    Kit.Held<String> held = kit.held("value");
    CallbackProbe once = kit.probe().on(held.future());
    CallbackProbe twice = kit.probe().on(held.future()).on(held.future());
    held.complete();
    CallbackProbe late = kit.probe().on(held.future()).on(held.future());
    expectSoon("the callbacks are called", () -> twice.calls().size() >= 2);
    expectSame("what a callback receives", held.future(), once.expectCalled().future());
    expectSame("what a late callback receives", held.future(), late.expectCalled().future());
    expectEquals("the calls after one registration", 1, once.calls().size());
    expectEquals("the calls after two registrations", 2, twice.calls().size());
    expectEquals("the calls after two late registrations", 2, late.calls().size());
  }

  @Rule(value = "K1", check = "Whether addDoneCallback checks its arguments.")
  @SuppressWarnings("NullAway") // null on purpose
  default void aNullCallbackIsRefused(Kit kit) {
    Kit.Held<String> held = kit.held("value");
    for (String state : List.of("running", "done")) {
      String what = " of a " + state + " future";
      TaskFuture<String> future = held.future();
      expectThrows(
          "addDoneCallback(null)" + what,
          NullPointerException.class,
          () -> future.addDoneCallback(null));
      expectThrows(
          "addDoneCallback(null, executor)" + what,
          NullPointerException.class,
          () -> future.addDoneCallback(null, Runnable::run));
      expectThrows(
          "addDoneCallback(callback, null)" + what,
          NullPointerException.class,
          () -> future.addDoneCallback(done -> {}, null));
      held.complete();
    }
  }

  @Rule(value = "K2", check = "The order in which the list of callbacks is built and run.")
  default void callbacksRunInOrderOnTheWorker(Kit kit) throws Exception {
    Gate gate = kit.gate();
    TaskFuture<Thread> future =
        kit.open(1)
            .submit(() -> {
              gate.passUninterruptibly();
              return Thread.currentThread();
            });
    CallbackOrder order = new CallbackOrder(future, 5);
    gate.open();
    order.expectInOrderOn(future.result(Limits.SIGNAL));
  }

  @Rule(value = "K2", check = "The order and the thread of callbacks when a future is cancelled.")
  default void callbacksRunInOrderOnTheCanceller(Kit kit) {
    TaskFuture<?> future = kit.held("late").future();
    CallbackOrder order = new CallbackOrder(future, 5);
    future.cancel(false);
    order.expectInOrderOn(Thread.currentThread());
  }

  @Rule(value = "K2", check = "The order and the thread of callbacks when a promise is settled.")
  default void callbacksRunInOrderOnTheSettler(Kit kit) {
    Promise<String> promise = kit.promise();
    CallbackOrder order = new CallbackOrder(promise.future(), 5);
    promise.trySucceed("value");
    order.expectInOrderOn(Thread.currentThread());
  }

  @Rule(value = "K3", check = "What addDoneCallback does with a done future.")
  default void aLateCallbackRunsBeforeTheRegistrationReturns(Kit kit) {
    Kit.Held<String> held = kit.held("value");
    held.complete();
    TaskFuture<?> cancelled = kit.cancelled();
    for (TaskFuture<?> future : List.of(held.future(), cancelled)) {
      CallbackProbe probe = kit.probe().on(future);
      expectEquals("the calls when addDoneCallback has returned", 1, probe.calls().size());
      expectSame(
          "the thread of the callback", Thread.currentThread(), probe.calls().get(0).thread());
    }
  }

  @Rule(value = "K3", check = "Where the Throwable of a late callback goes.")
  default void aLateCallbackThatThrowsDoesNotReachTheRegistrar(Kit kit) {
    Kit.Held<String> held = kit.held("value");
    held.complete();
    IllegalStateException thrown = new IllegalStateException("on purpose");
    expectReturns(
        "a late registration of a callback that throws",
        () ->
            held.future()
                .addDoneCallback(done -> {
                  throw thrown;
                }));
    expectEquals("what is reported", List.of(thrown), kit.callbackFailures());
  }

  /** The body ends at the instant at which the callback is registered. */
  @Rule(value = "K4", check = "The step from the look at the state to the list of callbacks.")
  default void aRegistrationThatMeetsCompletionIsCalledOnce(Kit kit) {
    kit.require(Capability.SHARED_MEMORY);
    kit.require(Capability.ASYNCHRONOUS);
    TaskExecutor executor = kit.subject(kit.open(1));
    List<AtomicInteger> all = new ArrayList<>();
    Aim aim = new Aim();
    for (int round = 0; round < 1_500 && aim.hasTime(); round++) {
      Aim.Meeting meeting = aim.next();
      AtomicInteger calls = new AtomicInteger();
      AtomicBoolean late = new AtomicBoolean();
      Thread registrar = Thread.currentThread();
      TaskFuture<?> future = executor.submit(meeting::hold);
      meeting.meet();
      future.addDoneCallback(done -> {
        late.set(Thread.currentThread().equals(registrar));
        calls.incrementAndGet();
      });
      expectSoon("a callback that was registered at completion is called", () -> calls.get() > 0);
      aim.correct(meeting, !late.get());
      all.add(calls);
    }
    expectDone("a later task", executor.submit(() -> {}));
    expectEquals(
        "the registrations whose callback was called more than once",
        0L,
        all.stream().filter(calls -> calls.get() != 1).count());
  }

  @Rule(value = "K5", check = "What a late registration waits for.")
  default void aLateRegistrationDoesNotWaitForEarlierCallbacks(Kit kit) {
    Kit.Held<String> held = kit.held("value");
    Gate inCallback = kit.gate();
    held.future().addDoneCallback(done -> inCallback.passUninterruptibly());
    held.gate().open();
    inCallback.expectArrival("the callback is called");
    AtomicInteger calls = new AtomicInteger();
    Caller<Integer> registrar =
        kit.call(
            "a late registration while an earlier callback blocks",
            () -> {
              held.future().addDoneCallback(done -> calls.incrementAndGet());
              return calls.get();
            });
    expectEquals("the calls when it has returned", 1, registrar.result());
  }

  @Rule(value = "K9", check = "When the outcome becomes readable.")
  default void theOutcomeIsAvailableInsideACallback(Kit kit) {
    Kit.Held<String> held = kit.held("value");
    AtomicReference<List<Object>> seen = new AtomicReference<>(List.of());
    held.future().addDoneCallback(done -> seen.set(outcomes(done)));
    held.complete();
    expectSoon("the callback ends", () -> !seen.get().isEmpty());
    expectEquals(
        "get(0), result(), result(0) and resultNow() in a callback",
        List.of("value", "value", "value", "value"),
        seen.get());
  }

  private static List<Object> outcomes(TaskFuture<String> done) {
    try {
      return List.of(
          done.get(0, java.util.concurrent.TimeUnit.SECONDS),
          done.result(),
          done.result(java.time.Duration.ZERO),
          done.resultNow());
    } catch (Exception failure) {
      return List.of(failure);
    }
  }

  @Rule(value = "K9", check = "What a registration does while callbacks are being run.")
  default void aRegistrationInsideACallbackRunsInline(Kit kit) {
    Kit.Held<String> held = kit.held("value");
    List<String> order = new CopyOnWriteArrayList<>();
    held.future()
        .addDoneCallback(done -> {
          order.add("first begins");
          done.addDoneCallback(nested -> order.add("nested"));
          order.add("first ends");
        });
    held.future().addDoneCallback(done -> order.add("second"));
    held.complete();
    expectSoon("every callback is called", () -> order.size() >= 4);
    expectEquals("the order", List.of("first begins", "nested", "first ends", "second"), order);
  }

  @Rule(value = "K9", check = "Whether the executor can be used by its own callbacks.")
  default void aCallbackSubmitsAndShutsDown(Kit kit) throws Exception {
    TaskExecutor executor = kit.open(1);
    Gate gate = kit.gate();
    AtomicReference<TaskFuture<String>> submitted = new AtomicReference<>();
    TaskFuture<?> future = kit.running(executor, gate, "value");
    future.addDoneCallback(done -> {
      TaskFuture<String> next = executor.submit(() -> "next");
      executor.shutdown();
      submitted.set(next);
    });
    gate.open();
    expectSoon("the callback ends", () -> submitted.get() != null);
    expectDone("the task that a callback has submitted", submitted.get());
    expectEquals("its result", "next", submitted.get().result());
    expectTrue("the executor that a callback has shut down is shut down", executor.isShutdown());
  }

  @Rule(
      value = "K12",
      needs = Capability.BOUNDED_WORKERS,
      check = "Whether the callbacks are run before the worker turns to the queue.")
  default void callbacksRunBeforeTheNextTaskOfTheWorker(Kit kit) {
    TaskExecutor executor = kit.open(1);
    Gate gate = kit.gate();
    Gate inCallback = kit.gate();
    TaskFuture<?> first = kit.running(executor, gate, "value");
    first.addDoneCallback(done -> inCallback.passUninterruptibly());
    TaskFuture<?> second = executor.submit(() -> {});
    gate.open();
    inCallback.expectArrival("the callback is called");
    expectNever(
        "a worker takes another task while it runs a callback",
        () -> second.taskState() != TaskState.PENDING);
    inCallback.open();
    expectDone("the task after the callback", second);
  }

  @Rule(value = "K12", check = "What termination waits for.")
  default void terminationWaitsForCallbacks(Kit kit) throws Exception {
    TaskExecutor executor = kit.open(1);
    Gate gate = kit.gate();
    Gate inCallback = kit.gate();
    TaskFuture<?> future = kit.running(executor, gate, "value");
    future.addDoneCallback(done -> inCallback.passUninterruptibly());
    executor.shutdown();
    gate.open();
    inCallback.expectArrival("the callback is called");
    expectNever("an executor terminates during a callback", executor::isTerminated);
    inCallback.open();
    expectSoon("it terminates after the callback", executor::isTerminated);
  }

  @Rule(value = "K13", check = "The ways in which a future ends, and what each does after that.")
  default void callbacksRunWhateverTheBodyDoes(Kit kit) {
    TaskExecutor executor = kit.open();
    Gate gate = kit.gate();
    TaskFuture<?> returning = kit.running(executor, gate, "value");
    TaskFuture<?> throwing =
        executor.submit(() -> {
          gate.passUninterruptibly();
          throw new IllegalStateException("on purpose");
        });
    TaskFuture<?> cancelled = kit.held("late").future();
    CallbackProbe afterReturn = kit.probe().on(returning);
    CallbackProbe afterThrow = kit.probe().on(throwing);
    CallbackProbe afterCancel = kit.probe().on(cancelled);
    gate.open();
    cancelled.cancel(true);
    expectEquals("after a return", TaskState.SUCCEEDED, afterReturn.expectCalled().state());
    expectEquals("after a throw", TaskState.FAILED, afterThrow.expectCalled().state());
    expectEquals("after cancel(true)", TaskState.CANCELLED, afterCancel.expectCalled().state());
  }

  @Rule(
      value = "K13",
      needs = Capability.BOUNDED_WORKERS,
      check = "Whether shutdown(true) runs the callbacks of what it cancels.")
  default void callbacksRunAfterShutdownTrue(Kit kit) {
    callbackAfter(kit, "shutdown(true)", executor -> executor.shutdown(true));
  }

  @Rule(
      value = "K13",
      needs = Capability.BOUNDED_WORKERS,
      check = "Whether shutdownNow runs the callbacks of what it cancels.")
  default void callbacksRunAfterShutdownNow(Kit kit) {
    callbackAfter(kit, "shutdownNow()", TaskExecutor::shutdownNow);
  }

  private static void callbackAfter(Kit kit, String how, Consumer<TaskExecutor> ending) {
    TaskExecutor executor = kit.open(1);
    kit.occupy(executor, 1);
    TaskFuture<?> queued = executor.submit(() -> {});
    CallbackProbe probe = kit.probe().on(queued);
    ending.accept(executor);
    expectEquals(
        "the state in the callback after " + how,
        TaskState.CANCELLED,
        probe.expectCalled().state());
  }

  @Rule(
      value = "K13",
      needs = Capability.INITIALIZER,
      check = "Whether a broken pool runs the callbacks of what it fails.")
  default void callbacksRunWhenThePoolBreaks(Kit kit) {
    Gate gate = kit.gate();
    TaskExecutor executor =
        kit.open(config ->
            config
                .workers(1)
                .initializer(() -> {
                  gate.passUninterruptibly();
                  throw new IllegalStateException("on purpose");
                }));
    CallbackProbe probe = kit.probe().on(executor.submit(() -> {}));
    gate.open();
    expectEquals("the state in the callback", TaskState.FAILED, probe.expectCalled().state());
  }

  @Rule(value = "K14", check = "Which reference to a callback is left after its call.")
  default void aCallbackThatHasRunIsReleased(Kit kit) {
    Kit.Held<String> held = kit.held("value");
    WeakReference<Object> early = registerWeakly(held.future());
    held.complete();
    expectDone("a later task", kit.open(1).submit(() -> {}));
    WeakReference<Object> late = registerWeakly(held.future());
    expectCollected("a callback that has run on the worker", early);
    expectCollected("a callback that has run on the registering thread", late);
    TaskFuture<?> cancelled = kit.held("late").future();
    WeakReference<Object> onCancel = registerWeakly(cancelled);
    cancelled.cancel(false);
    expectCollected("a callback that has run on the canceller", onCancel);
    expectTrue("the futures are kept", cancelled.isDone() && held.future().isDone());
  }

  private static WeakReference<Object> registerWeakly(TaskFuture<?> future) {
    Object captured = new Object();
    AtomicInteger hash = new AtomicInteger();
    future.addDoneCallback(done -> hash.set(captured.hashCode()));
    return new WeakReference<>(captured);
  }

  @Rule(value = "K16", check = "Which thread runs a callback that was registered with an executor.")
  default void aCallbackWithAnExecutorRunsThere(Kit kit) {
    List<Runnable> handedOver = new CopyOnWriteArrayList<>();
    Executor executor = handedOver::add;
    Kit.Held<String> held = kit.held("value");
    AtomicInteger calls = new AtomicInteger();
    held.future().addDoneCallback(done -> calls.incrementAndGet(), executor);
    expectEquals("what is handed over before completion", 0, handedOver.size());
    held.complete();
    expectSoon("the callback is handed to the executor", () -> handedOver.size() == 1);
    held.future().addDoneCallback(done -> calls.incrementAndGet(), executor);
    expectEquals("what is handed over after a late registration too", 2, handedOver.size());
    expectEquals("the calls before the executor runs anything", 0, calls.get());
    handedOver.forEach(Runnable::run);
    expectEquals("the calls when the executor has run both", 2, calls.get());
  }
}
