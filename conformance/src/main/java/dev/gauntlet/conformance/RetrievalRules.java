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
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Section R: what each retrieval makes of an outcome. */
public interface RetrievalRules extends ConformanceRules {

  /** Time-outs that have passed before they begin. */
  List<Duration> ELAPSED =
      List.of(Duration.ZERO, Duration.ofNanos(-1), Duration.ofSeconds(Long.MIN_VALUE));

  private static TaskFuture<?> failed(Kit kit, Throwable failure) {
    kit.require(Capability.SHARED_MEMORY);
    TaskFuture<?> future = kit.open(1).submit(Failing.with(failure));
    expectDone("a task that throws", future);
    return future;
  }

  private static TaskFuture<?> succeeded(Kit kit, Object value) {
    kit.require(Capability.SHARED_MEMORY);
    TaskFuture<?> future = kit.open(1).submit(() -> value);
    expectDone("a task that returns", future);
    return future;
  }

  @Rule(value = "R1", check = "What becomes the cause of the ExecutionException.")
  default void getWrapsTheVeryThrowable(Kit kit) throws Exception {
    for (Throwable failure :
        List.of(
            new IllegalStateException("on purpose"),
            new IOException("on purpose"),
            new AssertionError("on purpose"))) {
      TaskFuture<?> future = failed(kit, failure);
      Retrieval.GET.expectFailure(future, Limits.SIGNAL, failure);
      Retrieval.TIMED_GET.expectFailure(future, Limits.SIGNAL, failure);
    }
  }

  @Rule(value = "R1", check = "What a getter that was waiting when the body threw is given.")
  default void aWaitingGetIsGivenTheVeryThrowable(Kit kit) {
    Gate gate = kit.gate();
    IllegalStateException failure = new IllegalStateException("on purpose");
    TaskFuture<?> future =
        kit.open(1)
            .submit(() -> {
              gate.passUninterruptibly();
              throw failure;
            });
    Caller<?> getter = kit.call("a waiting get()", future::get);
    getter.expectBlocked();
    gate.open();
    ExecutionException thrown = getter.expectThrows(ExecutionException.class);
    expectSame("its cause", failure, thrown.getCause());
  }

  @Rule(value = "R1", check = "Where the ExecutionException is made.")
  default void everyGetThrowsItsOwnExecutionException(Kit kit) {
    TaskFuture<?> future = failed(kit, new IllegalStateException("on purpose"));
    ExecutionException one = expectThrows("get()", ExecutionException.class, future::get);
    ExecutionException other = expectThrows("get()", ExecutionException.class, future::get);
    expectTrue("get() throws a new ExecutionException each time", !isSame(one, other), one);
  }

  @SuppressWarnings("ReferenceEquality") // that is the question
  private static boolean isSame(Object one, Object other) {
    return one == other;
  }

  @Rule(value = "R1", check = "Whether the ExecutionException is made by calling the cause.")
  default void aHostileThrowableIsDelivered(Kit kit) throws Exception {
    HostileException failure = new HostileException();
    TaskFuture<?> future = failed(kit, failure);
    for (Retrieval retrieval : Retrieval.values()) {
      retrieval.expectFailure(future, Limits.SIGNAL, failure);
    }
  }

  @Rule(value = "R2", check = "What exception() returns and throws in each done state.")
  default void exceptionTellsFailureFromSuccess(Kit kit) throws Exception {
    IOException failure = new IOException("on purpose");
    TaskFuture<?> cancelled = kit.cancelled();
    for (Retrieval retrieval : List.of(Retrieval.EXCEPTION, Retrieval.TIMED_EXCEPTION)) {
      retrieval.expectValue(succeeded(kit, "value"), Limits.SIGNAL, "value");
      retrieval.expectFailure(failed(kit, failure), Limits.SIGNAL, failure);
      retrieval.expectCancelled(cancelled, Limits.SIGNAL);
    }
  }

  @Rule(value = "R2", check = "Whether exception() waits.")
  default void exceptionWaitsForTheOutcome(Kit kit) {
    Kit.Held<String> held = kit.held("value");
    Caller<?> caller = kit.call("exception() of a running task", () -> held.future().exception());
    caller.expectBlocked();
    held.complete();
    expectEquals("what exception() returns", null, caller.result());
  }

  @Rule(value = "R3", check = "What result() throws for each kind of Throwable.")
  default void resultRethrowsWhatIsUncheckedAndWrapsTheRest(Kit kit) throws Exception {
    for (Throwable failure :
        List.of(
            new IllegalArgumentException("on purpose"),
            new StackOverflowError("on purpose"),
            new IOException("on purpose"),
            new Throwable("on purpose"))) {
      TaskFuture<?> future = failed(kit, failure);
      Retrieval.RESULT.expectFailure(future, Limits.SIGNAL, failure);
      Retrieval.TIMED_RESULT.expectFailure(future, Limits.SIGNAL, failure);
    }
  }

  @Rule(value = "R4", check = "Which methods that modify a Throwable are called.")
  default void retrievalLeavesTheThrowableAlone(Kit kit) throws Exception {
    for (Throwable failure :
        List.of(new IllegalStateException("on purpose"), new IOException("on purpose"))) {
      TaskFuture<?> future = failed(kit, failure);
      StackTraceElement[] trace = failure.getStackTrace();
      for (int i = 0; i < 3; i++) {
        for (Retrieval retrieval : Retrieval.values()) {
          retrieval.expectFailure(future, Limits.SIGNAL, failure.getClass());
        }
      }
      expectEquals("the cause", null, failure.getCause());
      expectEquals("the suppressed exceptions", 0, failure.getSuppressed().length);
      expectEquals("the stack trace", List.of(trace), List.of(failure.getStackTrace()));
      IOException cause = new IOException("a cause that only the owner may set");
      expectSame("the cause that its owner sets later", cause, failure.initCause(cause).getCause());
    }
  }

  @Rule(value = "R5", check = "Whether the time-out is looked at before the state.")
  default void doneBeatsTheTimeOut(Kit kit) throws Exception {
    IllegalStateException failure = new IllegalStateException("on purpose");
    TaskFuture<?> succeeded = succeeded(kit, "value");
    TaskFuture<?> failed = failed(kit, failure);
    TaskFuture<?> cancelled = kit.cancelled();
    for (Retrieval retrieval : Retrieval.TIMED) {
      for (Duration timeout : ELAPSED) {
        retrieval.expectValue(succeeded, timeout, "value");
        retrieval.expectFailure(failed, timeout, failure.getClass());
        retrieval.expectCancelled(cancelled, timeout);
      }
    }
  }

  @Rule(value = "R7", check = "When the unit is looked at.")
  @SuppressWarnings("NullAway") // null on purpose
  default void aNullUnitIsRefused(Kit kit) {
    TaskFuture<?> done = succeeded(kit, "value");
    TaskFuture<?> running = kit.held("late").future();
    for (TaskFuture<?> future : List.of(done, running)) {
      for (long timeout : new long[] {1, 0}) {
        expectThrows(
            "get(" + timeout + ", null) in state " + future.taskState(),
            NullPointerException.class,
            () -> future.get(timeout, (TimeUnit) null));
      }
    }
  }

  @Rule(value = "R14", check = "How a TimeoutException of the body differs from an expired wait.")
  default void aTimeoutExceptionOfTheBodyIsItsFailure(Kit kit) throws Exception {
    isKeptAsFailure(kit, new java.util.concurrent.TimeoutException("of the body"));
  }

  @Rule(value = "R15", check = "Whether the class of the failure decides about the state.")
  default void aCancellationExceptionOfTheBodyIsItsFailure(Kit kit) throws Exception {
    isKeptAsFailure(kit, new java.util.concurrent.CancellationException("of the body"));
  }

  @Rule(value = "R17", check = "Whether wrappers are unwrapped.")
  default void aWrapperThrownByTheBodyIsKept(Kit kit) throws Exception {
    IOException inner = new IOException("on purpose");
    isKeptAsFailure(kit, new ExecutionException("of the body", inner));
    isKeptAsFailure(kit, new java.util.concurrent.CompletionException("of the body", inner));
  }

  private static void isKeptAsFailure(Kit kit, Throwable failure) throws Exception {
    TaskFuture<?> future = failed(kit, failure);
    String what = "a task whose body threw a " + failure.getClass().getSimpleName();
    expectState(what, TaskState.FAILED, future);
    for (Retrieval retrieval : Retrieval.values()) {
      retrieval.expectFailure(future, Limits.SIGNAL, failure.getClass());
    }
  }

  @Rule(value = "R16", check = "What a worker does with an InterruptedException of a body.")
  default void anInterruptedExceptionOfTheBodyIsItsFailure(Kit kit) throws Exception {
    InterruptedException failure = new InterruptedException("of the body");
    isKeptAsFailure(kit, failure);
  }

  @Rule(value = "R16", check = "What a worker does with an InterruptedException of a body.")
  default void anInterruptedExceptionDoesNotDisturbTheNextBody(Kit kit) {
    kit.require(Capability.SHARED_MEMORY);
    kit.require(Capability.ASYNCHRONOUS);
    TaskExecutor executor = kit.open(1);
    TaskFuture<?> interrupted =
        executor.submit(() -> {
          Thread.currentThread().interrupt();
          throw new InterruptedException("of the body");
        });
    expectDone("a task that throws an InterruptedException", interrupted);
    TaskFuture<Boolean> next = executor.submit(() -> Thread.currentThread().isInterrupted());
    expectDone("the next task", next);
    expectEquals("the flag in the next body", false, next.resultNow());
  }

  /** Whatever a body can throw. */
  private static List<Throwable> anyThrowables() {
    return List.of(
        new OutOfMemoryError("on purpose"),
        new StackOverflowError("on purpose"),
        new AssertionError("on purpose"),
        new NoClassDefFoundError("on purpose"),
        new Error("on purpose"),
        new Throwable("on purpose"),
        new IOException("sneaked out of a Runnable"));
  }

  @Rule(value = "R18", check = "Which Throwables the worker catches around a body.")
  default void everyThrowableBecomesTheFailure(Kit kit) throws Exception {
    kit.require(Capability.SHARED_MEMORY);
    TaskExecutor executor = kit.open(1);
    for (Throwable failure : anyThrowables()) {
      TaskFuture<?> called = executor.submit(Failing.with(failure));
      TaskFuture<?> run =
          executor.submit(
              (Runnable)
                  () -> {
                    throw Kit.sneak(failure);
                  });
      for (TaskFuture<?> future : List.of(called, run)) {
        expectDone("a task that throws " + failure, future);
        expectState("a task that throws " + failure, TaskState.FAILED, future);
        Retrieval.TIMED_GET.expectFailure(future, Limits.SIGNAL, failure.getClass());
      }
    }
    expectDone("a task after all those", executor.submit(() -> {}));
  }

  @Rule(
      value = "R18",
      needs = Capability.CUSTOM_THREADS,
      check = "Whether what a submitted body throws ends the worker.")
  default void noThrowableOfASubmittedBodyIsUncaught(Kit kit) {
    TaskExecutor executor = kit.open(1);
    for (Throwable failure : anyThrowables()) {
      expectDone("a task that throws", executor.submit(Failing.with(failure)));
    }
    expectDone("a task after those", executor.submit(() -> {}));
    expectEquals("what is uncaught", List.of(), kit.workers(executor).uncaught());
  }

  @Rule(value = "R21", check = "Where the two exceptions are made.")
  default void bothStackTracesAreKept(Kit kit) {
    kit.require(Capability.SHARED_MEMORY);
    TaskFuture<?> future = kit.open(1).submit(RetrievalRules::failInABody);
    expectDone("a task that throws", future);
    ExecutionException thrown =
        expectThrows(
            "get()", ExecutionException.class, () -> Retrieval.GET.from(future, Limits.SIGNAL));
    expectTrue(
        "the ExecutionException shows the frames of the getter",
        shows(thrown, Retrieval.class, "from"),
        Arrays.toString(thrown.getStackTrace()));
    Throwable cause = thrown.getCause() == null ? thrown : thrown.getCause();
    expectTrue(
        "its cause shows the frames of the body",
        shows(cause, RetrievalRules.class, "failInABody"),
        Arrays.toString(cause.getStackTrace()));
  }

  private static Object failInABody() {
    throw new IllegalStateException("on purpose");
  }

  private static boolean shows(Throwable thrown, Class<?> type, String method) {
    return Arrays.stream(thrown.getStackTrace())
        .anyMatch(frame ->
            frame.getClassName().equals(type.getName()) && frame.getMethodName().equals(method));
  }

  @Rule(
      value = "R22",
      needs = Capability.INITIALIZER,
      check = "Whether one exception is made for all futures of a broken pool.")
  default void aBrokenPoolFailsEachFutureWithItsOwnException(Kit kit) throws Exception {
    Gate gate = kit.gate();
    TaskExecutor executor =
        kit.open(config ->
            config
                .workers(1)
                .initializer(() -> {
                  gate.passUninterruptibly();
                  throw new IllegalStateException("on purpose");
                }));
    List<TaskFuture<?>> futures = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      futures.add(executor.submit(() -> {}));
    }
    gate.open();
    List<Object> failures = new ArrayList<>();
    for (TaskFuture<?> future : futures) {
      expectDone("a pending task of a pool that breaks", future);
      expectState("a pending task of a pool that broke", TaskState.FAILED, future);
      failures.add(future.exceptionNow());
    }
    expectTrue(
        "each future of a broken pool holds an exception of its own",
        !isSame(failures.get(0), failures.get(1))
            && !isSame(failures.get(1), failures.get(2))
            && !isSame(failures.get(0), failures.get(2)),
        failures);
  }

  @Rule(value = "R23", check = "Whether resultNow and exceptionNow are derived from the state.")
  default void resultNowAndExceptionNowAnswerByTheState(Kit kit) {
    IllegalStateException failure = new IllegalStateException("on purpose");
    TaskFuture<?> succeeded = succeeded(kit, "value");
    TaskFuture<?> failed = failed(kit, failure);
    TaskFuture<?> running = kit.held("late").future();
    TaskFuture<?> cancelled = kit.cancelled();
    expectSame("resultNow() of a succeeded future", "value", succeeded.resultNow());
    expectEquals(
        "the class of exceptionNow() of a failed future",
        failure.getClass(),
        failed.exceptionNow().getClass());
    for (TaskFuture<?> future : List.of(failed, running, cancelled)) {
      refuses(kit, "resultNow() in state " + future.taskState(), future::resultNow);
    }
    for (TaskFuture<?> future : List.of(succeeded, running, cancelled)) {
      refuses(kit, "exceptionNow() in state " + future.taskState(), future::exceptionNow);
    }
  }

  private static void refuses(Kit kit, String what, java.util.concurrent.Callable<?> call) {
    kit.call(what, call).expectThrows(IllegalStateException.class);
  }

  @Rule(value = "R23", check = "Whether an inherited default method of Future is still in use.")
  default void answersAtOnceLeaveTheInterruptFlagAlone(Kit kit) {
    TaskFuture<?> succeeded = succeeded(kit, "value");
    TaskFuture<?> failed = failed(kit, new IllegalStateException("on purpose"));
    TaskFuture<?> running = kit.held("late").future();
    Caller<Boolean> caller =
        kit.call(
            "an interrupted caller of state(), resultNow() and exceptionNow()",
            () -> {
              Thread.currentThread().interrupt();
              expectEquals("state() of a running task", Future.State.RUNNING, running.state());
              expectEquals("state() of a succeeded one", Future.State.SUCCESS, succeeded.state());
              expectEquals("state() of a failed one", Future.State.FAILED, failed.state());
              succeeded.resultNow();
              failed.exceptionNow();
              return Thread.currentThread().isInterrupted();
            });
    expectEquals("the interrupt flag afterwards", true, caller.result());
  }

  @Rule(value = "R26", check = "Whether null counts as no time-out.")
  @SuppressWarnings("NullAway") // null on purpose
  default void aNullDurationIsRefused(Kit kit) {
    TaskFuture<?> done = succeeded(kit, "value");
    TaskFuture<?> running = kit.held("late").future();
    for (TaskFuture<?> future : List.of(done, running)) {
      kit.call("result(null) in state " + future.taskState(), () -> future.result(null))
          .expectThrows(NullPointerException.class);
      kit.call("exception(null) in state " + future.taskState(), () -> future.exception(null))
          .expectThrows(NullPointerException.class);
    }
  }
}
