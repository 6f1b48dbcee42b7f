package dev.gauntlet.conformance;

import static dev.gauntlet.conformance.Expect.expectDone;
import static dev.gauntlet.conformance.Expect.expectEquals;
import static dev.gauntlet.conformance.Expect.expectSoon;
import static dev.gauntlet.conformance.Expect.expectTrue;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.TaskState;
import dev.gauntlet.spi.Capability;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Section C, continued: cancel against another cancel, the start and the end of the body. */
public interface CancelRaceRules extends ConformanceRules {

  @Rule(value = "C5", check = "Whether the look at the state and its change are one atomic step.")
  default void racingCancelsHaveOneWinner(Kit kit) {
    TaskExecutor executor = kit.subject(kit.open(1));
    for (int round = 0; round < 150; round++) {
      Gate gate = kit.gate();
      TaskFuture<?> future = kit.running(executor, gate, "late");
      AtomicInteger winners = new AtomicInteger();
      boolean interrupting = round % 2 == 0;
      kit.race(
          () -> winners.addAndGet(future.cancel(interrupting) ? 1 : 0),
          () -> winners.addAndGet(future.cancel(false) ? 1 : 0));
      expectEquals(
          "how many of two racing cancels of a running task return true", 1, winners.get());
      gate.open();
    }
  }

  @Rule(
      value = "C5",
      needs = Capability.BOUNDED_WORKERS,
      check = "Whether the look at the state and its change are one atomic step.")
  default void racingCancelsOfAPendingTaskHaveOneWinner(Kit kit) {
    TaskExecutor executor = kit.subject(kit.open(1));
    kit.occupy(executor, 1);
    for (int round = 0; round < 100; round++) {
      TaskFuture<?> future = executor.submit(() -> {});
      AtomicInteger winners = new AtomicInteger();
      AtomicBoolean plain = new AtomicBoolean();
      if (round % 2 == 0) {
        kit.race(
            () -> winners.addAndGet(future.cancel(true) ? 1 : 0),
            () -> winners.addAndGet(future.cancel(false) ? 1 : 0));
        expectEquals("how many of two racing cancel(boolean) return true", 1, winners.get());
      } else {
        kit.race(
            () -> winners.addAndGet(future.cancel(true) ? 1 : 0), () -> plain.set(future.cancel()));
        expectTrue("cancel() of a task that is cancelled anyway returns true", plain.get());
      }
    }
  }

  /** The worker turns to the task at the instant at which cancel() is called. */
  @Rule(value = "C6", check = "Whether PENDING is left in one atomic step by both.")
  default void plainCancelIsTrueIfAndOnlyIfTheBodyNeverRuns(Kit kit) {
    TaskExecutor executor = executor(kit);
    List<AtomicBoolean> mustNotRun = new ArrayList<>();
    Aim aim = new Aim();
    for (int round = 0; round < 800 && aim.hasTime(); round++) {
      Aim.Meeting meeting = aim.next();
      AtomicBoolean ran = new AtomicBoolean();
      executor.submit(meeting::hold);
      TaskFuture<?> target = executor.submit(() -> ran.set(true));
      meeting.meet();
      boolean cancelled = target.cancel();
      expectDone("a task that was cancelled or ran", target);
      aim.correct(meeting, cancelled);
      expectEquals(
          "the state of a task whose cancel() returned " + cancelled,
          cancelled ? TaskState.CANCELLED : TaskState.SUCCEEDED,
          target.taskState());
      if (cancelled) {
        mustNotRun.add(ran);
      } else {
        expectTrue("the body has run, since cancel() returned false", ran.get());
      }
    }
    expectDone("a later task", executor.submit(() -> {}));
    expectEquals(
        "the number of bodies that ran although cancel() returned true",
        0L,
        mustNotRun.stream().filter(AtomicBoolean::get).count());
  }

  /** Returns an executor whose futures are not kept until the end of the test. */
  private static TaskExecutor executor(Kit kit) {
    kit.require(Capability.SHARED_MEMORY);
    kit.require(Capability.ASYNCHRONOUS);
    return kit.subject(kit.open(1));
  }

  /** The body ends at the instant at which cancel is called. */
  @Rule(value = "C7", check = "Whether RUNNING is left in one atomic step by both.")
  default void everyObserverSeesTheSameWinner(Kit kit) throws Exception {
    TaskExecutor executor = executor(kit);
    Aim aim = new Aim();
    for (int round = 0; round < 800 && aim.hasTime(); round++) {
      Aim.Meeting meeting = aim.next();
      TaskFuture<String> future =
          executor.submit(() -> {
            meeting.hold();
            return "value";
          });
      AtomicReference<TaskState> inCallback = new AtomicReference<>();
      future.addDoneCallback(done -> inCallback.set(done.taskState()));
      meeting.meet();
      boolean cancelled = future.cancel(round % 2 == 0);
      expectDone("a task that was cancelled or ended", future);
      aim.correct(meeting, cancelled);
      TaskState winner = cancelled ? TaskState.CANCELLED : TaskState.SUCCEEDED;
      expectEquals("the state, since cancel returned " + cancelled, winner, future.taskState());
      if (cancelled) {
        Retrieval.TIMED_GET.expectCancelled(future, Duration.ZERO);
      } else {
        Retrieval.TIMED_GET.expectValue(future, Duration.ZERO, "value");
      }
      expectSoon("the callback is called", () -> inCallback.get() != null);
      expectEquals("the state in the callback", winner, inCallback.get());
    }
  }

  /**
   * The body ends at the instant at which it is cancelled, and the next one watches its flag for
   * longer than a canceller usually needs from its decision to the interrupt.
   */
  @Rule(
      value = "C8",
      needs = Capability.INTERRUPTS_RUNNING_TASKS,
      check = "How the end of a body waits for a canceller that is about to interrupt it.")
  default void anInterruptNeverReachesTheNextBody(Kit kit) throws Exception {
    TaskExecutor executor = executor(kit);
    Aim aim = new Aim();
    int cancels = 0;
    int stray = 0;
    for (int round = 0; round < 4_000 && aim.hasTime(); round++) {
      Aim.Meeting meeting = aim.next();
      TaskFuture<?> target = executor.submit(meeting::hold);
      TaskFuture<Boolean> next = executor.submit(() -> isInterruptedWithin(5_000));
      meeting.meet();
      boolean cancelled = target.cancel(true);
      cancels += cancelled ? 1 : 0;
      stray += next.result(Limits.SIGNAL) ? 1 : 0;
      aim.correct(meeting, cancelled);
    }
    expectEquals("interrupts in the next body, in " + cancels + " cancels", 0, stray);
  }

  private static boolean isInterruptedWithin(long nanos) {
    long end = System.nanoTime() + nanos;
    while (System.nanoTime() < end) {
      if (Thread.currentThread().isInterrupted()) {
        return true;
      }
      Thread.onSpinWait();
    }
    return false;
  }

  /**
   * The canceller is held up just before it interrupts, with the body ending meanwhile, until the
   * next body runs; where that waits for the canceller, for a moment.
   */
  @Rule(
      value = "C8",
      needs = {Capability.INTERRUPTS_RUNNING_TASKS, Capability.CUSTOM_THREADS},
      check = "How the end of a body waits for a canceller that is about to interrupt it.")
  default void anInterruptThatIsHeldUpReachesNoOtherBody(Kit kit) {
    Gate target = kit.gate();
    Gate next = kit.gate();
    Runnable heldUp =
        () -> {
          target.open();
          next.awaitArrival(Limits.SILENCE);
        };
    TaskExecutor executor =
        kit.open(config -> config.workers(1).threadFactory(body -> new HookedThread(body, heldUp)));
    TaskFuture<?> cancelled = executor.submit(target::passUninterruptibly);
    TaskFuture<Boolean> flag =
        executor.submit(() -> {
          next.spinUntilInterrupted();
          return Thread.currentThread().isInterrupted();
        });
    target.expectArrived(1);
    cancelled.cancel(true);
    target.open();
    next.open();
    expectDone("the next task", flag);
    expectEquals("the interrupt flag in the next body", false, flag.resultNow());
  }
}
