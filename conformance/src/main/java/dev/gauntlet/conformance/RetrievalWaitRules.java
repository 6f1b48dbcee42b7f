package dev.gauntlet.conformance;

import static dev.gauntlet.conformance.Expect.expectCollected;
import static dev.gauntlet.conformance.Expect.expectDone;
import static dev.gauntlet.conformance.Expect.expectEquals;
import static dev.gauntlet.conformance.Expect.expectSoon;
import static dev.gauntlet.conformance.Expect.expectState;
import static dev.gauntlet.conformance.Expect.expectThrows;
import static dev.gauntlet.conformance.Expect.expectTrue;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.TaskState;
import dev.gauntlet.spi.Capability;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/** Section R, continued: how a retrieval waits, and how its wait ends. */
public interface RetrievalWaitRules extends ConformanceRules {

  /** Longer than any test. */
  Duration LONG = Duration.ofDays(1);

  @Rule(value = "R6", check = "What a time-out of zero or less does on a future that is not done.")
  default void anElapsedTimeOutThrowsAtOnce(Kit kit) {
    TaskFuture<?> future = kit.held("late").future();
    for (Retrieval retrieval : Retrieval.TIMED) {
      for (Duration timeout : RetrievalRules.ELAPSED) {
        kit.call(retrieval + " with " + timeout, () -> retrieval.from(future, timeout))
            .expectThrows(TimeoutException.class);
      }
    }
    for (TimeUnit unit : TimeUnit.values()) {
      for (long timeout : new long[] {0, -1, Long.MIN_VALUE}) {
        kit.call("get(" + timeout + ", " + unit + ")", () -> future.get(timeout, unit))
            .expectThrows(TimeoutException.class);
      }
    }
  }

  @Rule(value = "R6", check = "The arithmetic of long time-outs.")
  default void theLongestTimeOutsDoNotOverflow(Kit kit) {
    Kit.Held<String> held = kit.held("value");
    Duration longest = Duration.ofSeconds(Long.MAX_VALUE, 999_999_999);
    List<Caller<?>> callers = new ArrayList<>();
    for (TimeUnit unit : List.of(TimeUnit.NANOSECONDS, TimeUnit.MILLISECONDS, TimeUnit.DAYS)) {
      callers.add(
          kit.call(
              "get(Long.MAX_VALUE, " + unit + ")", () -> held.future().get(Long.MAX_VALUE, unit)));
    }
    for (Retrieval retrieval : List.of(Retrieval.TIMED_RESULT, Retrieval.TIMED_EXCEPTION)) {
      callers.add(
          kit.call(
              retrieval + " with the longest Duration",
              () -> retrieval.from(held.future(), longest)));
    }
    callers.forEach(Caller::expectBlocked);
    held.gate().open();
    callers.forEach(Caller::result);
  }

  @Rule(value = "R8", check = "What a wait does when park returns early.")
  default void aTimeOutIsNeverEarly(Kit kit) {
    TaskFuture<?> future = kit.held("late").future();
    Duration timeout = Limits.SILENCE;
    for (Retrieval retrieval : Retrieval.TIMED) {
      Caller<Long> caller =
          kit.call(
              retrieval + " that is unparked all the time",
              () -> {
                long start = System.nanoTime();
                expectThrows(
                    retrieval.toString(),
                    TimeoutException.class,
                    () -> retrieval.from(future, timeout));
                return System.nanoTime() - start;
              });
      while (!caller.isDone()) {
        LockSupport.unpark(caller.thread());
        LockSupport.parkNanos(200_000);
      }
      expectTrue(
          retrieval + " waits for at least " + timeout.toNanos() + " ns",
          caller.result() >= timeout.toNanos(),
          caller.result() + " ns");
    }
  }

  @Rule(value = "R9", check = "When a retrieval looks at the interrupt flag, and clears it.")
  default void anInterruptedCallerIsRefusedAtOnce(Kit kit) {
    TaskFuture<?> future = kit.held("late").future();
    for (Retrieval retrieval : Retrieval.values()) {
      for (Duration timeout : List.of(Limits.SIGNAL, Duration.ZERO)) {
        Caller<Boolean> caller =
            kit.call(
                retrieval + " of an interrupted caller, time-out " + timeout,
                () -> {
                  Thread.currentThread().interrupt();
                  expectThrows(
                      retrieval.toString(),
                      InterruptedException.class,
                      () -> retrieval.from(future, timeout));
                  return Thread.currentThread().isInterrupted();
                });
        expectEquals(
            "the interrupt flag after the InterruptedException of " + retrieval,
            false,
            caller.result());
      }
    }
  }

  @Rule(
      value = "R9",
      check = "Whether a body looks at its interrupt flag before it runs a pending task in place.")
  default void anInterruptedBodyIsRefusedAtOnce(Kit kit) throws Exception {
    TaskExecutor executor = kit.open(1);
    Gate gate = kit.gate();
    TaskFuture<?> body =
        executor.submit(() -> {
          Thread worker = Thread.currentThread();
          TaskFuture<?> inner = executor.submit(() -> passUnlessOn(worker, gate));
          for (Retrieval retrieval : Retrieval.values()) {
            worker.interrupt();
            expectThrows(
                retrieval + " of an interrupted body",
                InterruptedException.class,
                () -> retrieval.from(inner, Limits.SIGNAL));
          }
          return null;
        });
    body.result();
    gate.open();
  }

  /** Returns at once where the task is run in place by the body that waits for it. */
  private static void passUnlessOn(Thread worker, Gate gate) {
    if (Thread.currentThread() != worker) {
      gate.passUninterruptibly();
    }
  }

  @Rule(value = "R10", check = "Whether the interrupt flag is looked at before the state.")
  default void doneBeatsTheInterrupt(Kit kit) {
    Kit.Held<String> held = kit.held("value");
    held.complete();
    for (Retrieval retrieval : Retrieval.values()) {
      Caller<Boolean> caller =
          kit.call(
              retrieval + " of an interrupted caller",
              () -> {
                Thread.currentThread().interrupt();
                retrieval.expectValue(held.future(), Duration.ZERO, "value");
                return Thread.currentThread().isInterrupted();
              });
      expectEquals("the interrupt flag after " + retrieval, true, caller.result());
    }
  }

  @Rule(value = "R11", check = "What a waiting retrieval does when it is interrupted.")
  default void anInterruptEndsAWaitingRetrieval(Kit kit) {
    TaskFuture<?> future = kit.held("late").future();
    for (Retrieval retrieval : Retrieval.values()) {
      Caller<?> caller =
          kit.call("an interrupted " + retrieval, () -> retrieval.from(future, LONG));
      caller.expectBlocked();
      caller.interrupt();
      caller.expectThrows(InterruptedException.class);
    }
  }

  /** The body ends at the instant at which the waiter is interrupted. */
  @Rule(value = "R11", check = "What becomes of an interrupt that meets the completion.")
  default void anInterruptAtCompletionIsNotSwallowed(Kit kit) {
    kit.require(Capability.SHARED_MEMORY);
    kit.require(Capability.ASYNCHRONOUS);
    TaskExecutor executor = kit.subject(kit.open(1));
    Retrieval[] retrievals = Retrieval.values();
    Aim aim = new Aim();
    for (int round = 0; round < 400 && aim.hasTime(); round++) {
      Aim.Meeting meeting = aim.next();
      Retrieval retrieval = retrievals[round % retrievals.length];
      TaskFuture<?> future = executor.submit(meeting::hold);
      AtomicBoolean sent = new AtomicBoolean();
      Caller<String> caller = kit.call(retrieval.toString(), () -> endOf(retrieval, future, sent));
      caller.expectBlocked();
      meeting.meet();
      caller.interrupt();
      sent.set(true);
      String end = caller.result();
      aim.correct(meeting, "InterruptedException".equals(end));
      expectTrue(
          retrieval + " throws InterruptedException or returns with the flag set",
          !"the flag is clear".equals(end),
          "it returned, and " + end);
    }
  }

  private static String endOf(Retrieval retrieval, TaskFuture<?> future, AtomicBoolean sent)
      throws Exception {
    try {
      retrieval.from(future);
    } catch (InterruptedException interrupt) {
      return "InterruptedException";
    }
    Expect.holdsSoon(sent::get);
    return Thread.currentThread().isInterrupted() ? "the flag is set" : "the flag is clear";
  }

  @Rule(value = "R12", check = "What leaving a wait changes in the future.")
  default void aWaiterThatLeavesAffectsNobody(Kit kit) {
    Kit.Held<String> held = kit.held("value");
    TaskFuture<String> future = held.future();
    List<Caller<?>> staying = new ArrayList<>();
    for (Retrieval retrieval : Retrieval.values()) {
      staying.add(kit.call("a waiter in " + retrieval, () -> retrieval.from(future, LONG)));
    }
    staying.forEach(Caller::expectBlocked);
    for (Retrieval retrieval : Retrieval.values()) {
      Caller<?> leaving = kit.call("a leaving waiter", () -> retrieval.from(future, LONG));
      leaving.expectBlocked();
      leaving.interrupt();
      leaving.expectThrows(InterruptedException.class);
    }
    for (Retrieval retrieval : Retrieval.TIMED) {
      kit.call("a short wait", () -> retrieval.from(future, Duration.ofMillis(1)))
          .expectThrows(TimeoutException.class);
    }
    expectState("a future that waiters have left", TaskState.RUNNING, future);
    staying.forEach(Caller::expectBlocked);
    held.complete();
    staying.forEach(Caller::result);
    expectEquals("the outcome", "value", future.resultNow());
  }

  @Rule(value = "R13", check = "Whether a waiter is taken out of the future when it leaves.")
  default void aWaiterThatLeftIsNotRetained(Kit kit) throws Exception {
    TaskFuture<?> future = kit.held("late").future();
    List<WeakReference<Thread>> gone = new ArrayList<>();
    for (Retrieval retrieval : Retrieval.values()) {
      gone.add(waitAndLeave(() -> retrieval.from(future, LONG), true));
    }
    for (Retrieval retrieval : Retrieval.TIMED) {
      for (int i = 0; i < 3; i++) {
        gone.add(waitAndLeave(() -> retrieval.from(future, Duration.ofMillis(1)), false));
      }
    }
    for (WeakReference<Thread> thread : gone) {
      expectCollected("a thread that has given up waiting for a future", thread);
    }
    expectState("the future", TaskState.RUNNING, future);
  }

  private static WeakReference<Thread> waitAndLeave(
      java.util.concurrent.Callable<?> wait, boolean interrupt) throws InterruptedException {
    Thread thread =
        Thread.ofPlatform()
            .daemon()
            .start(() -> {
              try {
                wait.call();
              } catch (Exception left) {
                // By an interrupt or a time-out.
              }
            });
    if (interrupt) {
      expectSoon(
          "a retrieval waits",
          () ->
              thread.getState() == Thread.State.WAITING
                  || thread.getState() == Thread.State.TIMED_WAITING);
      thread.interrupt();
    }
    thread.join(Limits.SIGNAL);
    expectTrue("a retrieval ends by its interrupt or time-out", !thread.isAlive());
    return new WeakReference<>(thread);
  }

  @Rule(value = "R20", check = "Whether a retrieval knows the task that its caller is executing.")
  default void aBodyThatWaitsForItselfIsRefused(Kit kit) {
    for (Retrieval retrieval : Retrieval.UNTIMED) {
      waitForItself(kit, retrieval, IllegalStateException.class);
    }
  }

  @Rule(value = "R20", check = "What a timed retrieval does for the task that its caller executes.")
  default void aBodyThatWaitsForItselfTimesOut(Kit kit) {
    for (Retrieval retrieval : Retrieval.TIMED) {
      waitForItself(kit, retrieval, TimeoutException.class);
    }
  }

  private static void waitForItself(
      Kit kit, Retrieval retrieval, Class<? extends Exception> expected) {
    Gate gate = kit.gate();
    AtomicReference<TaskFuture<?>> own = new AtomicReference<>();
    TaskFuture<String> future =
        kit.open(1)
            .submit(() -> {
              gate.pass();
              return expectThrows(
                      retrieval + " of the own future",
                      expected,
                      () -> retrieval.from(own.get(), Limits.SILENCE))
                  .toString();
            });
    own.set(future);
    gate.open();
    expectDone("a task that calls " + retrieval + " of its own future", future);
    succeeds(future);
  }

  private static void succeeds(TaskFuture<?> future) {
    if (future.taskState() == TaskState.FAILED) {
      throw Kit.sneak(future.exceptionNow());
    }
    expectEquals("the state of the task", TaskState.SUCCEEDED, future.taskState());
  }

  @Rule(
      value = "R20",
      needs = Capability.HELPS_NESTED_JOIN,
      check = "Whether the tasks further down the stack of a helping worker are known.")
  default void aHelpedBodyThatWaitsForTheOuterOneIsRefused(Kit kit) {
    TaskExecutor executor = kit.open(1);
    Gate gate = kit.gate();
    AtomicReference<TaskFuture<?>> outer = new AtomicReference<>();
    TaskFuture<String> future =
        executor.submit(() -> {
          gate.pass();
          TaskFuture<String> inner =
              executor.submit(() ->
                  expectThrows(
                          "get() of the outer future in the inner body",
                          IllegalStateException.class,
                          () -> outer.get().get())
                      .toString());
          return inner.get();
        });
    outer.set(future);
    gate.open();
    expectDone("the outer task", future);
    succeeds(future);
  }

  @Rule(value = "R24", check = "How many waiters one completion wakes.")
  default void oneCompletionReleasesEveryWaiter(Kit kit) {
    Kit.Held<String> held = kit.held("value");
    List<Caller<?>> waiters = new ArrayList<>();
    for (Retrieval retrieval : Retrieval.values()) {
      for (int i = 0; i < 4; i++) {
        waiters.add(
            kit.call("a thread in " + retrieval, () -> retrieval.from(held.future(), LONG)));
        waiters.add(
            kit.callVirtually(
                "a virtual thread in " + retrieval, () -> retrieval.from(held.future(), LONG)));
      }
    }
    waiters.forEach(Caller::expectBlocked);
    held.gate().open();
    waiters.forEach(Caller::result);
  }
}
