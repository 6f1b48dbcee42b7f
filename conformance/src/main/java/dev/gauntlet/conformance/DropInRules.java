package dev.gauntlet.conformance;

import static dev.gauntlet.conformance.Expect.expectEquals;
import static dev.gauntlet.conformance.Expect.expectNever;
import static dev.gauntlet.conformance.Expect.expectSame;
import static dev.gauntlet.conformance.Expect.expectSoon;
import static dev.gauntlet.conformance.Expect.expectThrows;
import static dev.gauntlet.conformance.Expect.expectTrue;
import static dev.gauntlet.conformance.Nothing.nothing;

import dev.gauntlet.TaskCompletionService;
import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.spi.Capability;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Section J: an executor stands wherever an ExecutorService is expected. */
public interface DropInRules extends ConformanceRules {

  @Rule(value = "J1", check = "What each of the three submit methods wraps the task into.")
  default void submitReturnsWhatItsKindPromises(Kit kit) throws Exception {
    TaskExecutor executor = kit.open();
    Object given = new Object();
    Object computed = new Object();
    expectEquals("get() of submit(Runnable)", null, executor.submit(() -> {}).get());
    expectSame("get() of submit(Runnable, T)", given, executor.submit(() -> {}, given).get());
    Callable<Object> task = () -> computed;
    expectSame("get() of submit(Callable)", computed, executor.submit(task).get());
  }

  @Rule(value = "J2", check = "The order of the returned list, and failures that escape from it.")
  default void invokeAllKeepsOrderAndFailures(Kit kit) throws Exception {
    TaskExecutor executor = kit.open();
    IllegalStateException failure = new IllegalStateException("on purpose");
    List<Future<String>> futures =
        executor.invokeAll(
            List.of(
                () -> "first",
                () -> {
                  throw failure;
                },
                () -> "third"));
    expectEquals("the number of futures", 3, futures.size());
    for (Future<String> future : futures) {
      expectTrue("each future is a TaskFuture", future instanceof TaskFuture, future.getClass());
      expectTrue("each future is done", future.isDone());
    }
    expectEquals("the first result", "first", futures.get(0).get());
    expectEquals("the third result", "third", futures.get(2).get());
    ExecutionException thrown =
        expectThrows("get() of the second", ExecutionException.class, futures.get(1)::get);
    expectSame("the cause", failure, thrown.getCause());
  }

  @Rule(value = "J2", check = "The shortcut for no tasks, and when the elements are looked at.")
  default void invokeAllValidatesItsArguments(Kit kit) throws Exception {
    TaskExecutor executor = kit.open();
    expectEquals("invokeAll of nothing", List.of(), executor.invokeAll(List.of()));
    expectThrows(
        "invokeAll(null)", NullPointerException.class, () -> executor.invokeAll(nothing()));
    List<Callable<Integer>> withNull = Arrays.asList(() -> 1, nothing());
    expectThrows(
        "invokeAll with a null task",
        NullPointerException.class,
        () -> executor.invokeAll(withNull));
  }

  @Rule(value = "J3", check = "What happens to the tasks that are not done at the deadline.")
  default void timedInvokeAllCancelsAtItsDeadline(Kit kit) throws Exception {
    TaskExecutor executor = kit.open();
    Gate gate = kit.gate();
    List<Callable<String>> tasks =
        List.of(
            () -> "quick",
            () -> {
              gate.pass();
              return "slow";
            });
    long timeout = Limits.SILENCE.toNanos();
    long start = System.nanoTime();
    List<Future<String>> futures = executor.invokeAll(tasks, timeout, TimeUnit.NANOSECONDS);
    long elapsed = System.nanoTime() - start;
    expectTrue("it does not return early", elapsed >= timeout, elapsed + " ns of " + timeout);
    expectTrue("the task at the gate is cancelled", futures.get(1).isCancelled());
    expectTrue("the other future is done, too", futures.get(0).isDone());
  }

  @Rule(
      value = "J3",
      needs = Capability.INTERRUPTS_RUNNING_TASKS,
      check = "Whether the deadline cancels with cancel(true).")
  default void timedInvokeAllInterruptsWhatRuns(Kit kit) throws Exception {
    TaskExecutor executor = kit.open();
    Gate gate = kit.gate();
    AtomicInteger interrupts = new AtomicInteger();
    executor.invokeAll(
        List.of(interruptible(gate, interrupts)), Limits.SILENCE.toNanos(), TimeUnit.NANOSECONDS);
    expectSoon(
        "the body that ran at the deadline is interrupted",
        () -> gate.arrived() == 0 || interrupts.get() == 1);
  }

  @Rule(value = "J3", check = "The shortcut for a time-out of zero, and the unit.")
  default void invokeAllWithZeroTimeoutIsDone(Kit kit) throws Exception {
    TaskExecutor executor = kit.open();
    List<Callable<String>> tasks = List.of(() -> "a", () -> "b");
    for (Future<String> future : executor.invokeAll(tasks, 0, TimeUnit.NANOSECONDS)) {
      expectTrue("each future is done", future.isDone());
    }
    expectThrows(
        "invokeAll with a null unit",
        NullPointerException.class,
        () -> executor.invokeAll(tasks, 1, nothing()));
  }

  @Rule(
      value = "J4",
      needs = Capability.INTERRUPTS_RUNNING_TASKS,
      check = "What invokeAll does with its tasks when its caller is interrupted.")
  default void interruptedInvokeAllCancelsItsTasks(Kit kit) {
    TaskExecutor executor = kit.open();
    Gate gate = kit.gate();
    AtomicInteger interrupts = new AtomicInteger();
    Caller<Boolean> caller =
        kit.call(
            "the caller of invokeAll",
            () -> {
              try {
                executor.invokeAll(List.of(interruptible(gate, interrupts)));
                throw new Violation("invokeAll throws InterruptedException", "it returned");
              } catch (InterruptedException expected) {
                return Thread.currentThread().isInterrupted();
              }
            });
    gate.expectArrived(1);
    caller.expectBlocked();
    caller.interrupt();
    expectEquals("the interrupt flag after the InterruptedException", false, caller.result());
    expectSoon("the running body is interrupted", () -> interrupts.get() == 1);
  }

  private static Callable<String> interruptible(Gate gate, AtomicInteger interrupts) {
    return () -> {
      try {
        gate.pass();
      } catch (InterruptedException interrupt) {
        interrupts.incrementAndGet();
      }
      return "ended";
    };
  }

  @Rule(
      value = "J4",
      needs = {Capability.BOUNDED_QUEUE, Capability.BOUNDED_WORKERS},
      check = "What invokeAll does with the tasks that were accepted before the refused one.")
  default void refusedInvokeAllTakesItsTasksBack(Kit kit) {
    TaskExecutor executor =
        kit.open(
            config -> config.workers(1).queueCapacity(2, dev.gauntlet.spi.RejectionPolicy.REJECT));
    Gate gate = kit.occupy(executor, 1);
    AtomicInteger ran = new AtomicInteger();
    Callable<Integer> task = ran::incrementAndGet;
    expectThrows(
        "invokeAll that meets a full queue",
        RejectedExecutionException.class,
        () -> executor.invokeAll(List.of(task, task, task)));
    gate.open();
    kit.expectUsable(executor);
    expectEquals("the number of its tasks that ran", 0, ran.get());
  }

  @Rule(value = "J5", check = "Whether a failed or a null result is taken for no success.")
  default void invokeAnyReturnsTheFirstSuccess(Kit kit) throws Exception {
    TaskExecutor executor = kit.open();
    Callable<@Nullable String> failing =
        () -> {
          throw new IllegalStateException("on purpose");
        };
    expectEquals(
        "invokeAny of one failure and one success",
        "success",
        executor.invokeAny(List.of(failing, () -> "success")));
    Callable<@Nullable String> returningNull = () -> null;
    expectEquals(
        "invokeAny of one failure and a null",
        null,
        executor.invokeAny(List.of(failing, returningNull)));
  }

  @Rule(
      value = "J5",
      needs = Capability.INTERRUPTS_RUNNING_TASKS,
      check = "Whether the tasks that were not needed are cancelled with cancel(true).")
  default void invokeAnyInterruptsTheOthers(Kit kit) throws Exception {
    TaskExecutor executor = kit.open(2);
    Gate gate = kit.gate();
    AtomicInteger interrupts = new AtomicInteger();
    Callable<String> quick =
        () -> {
          gate.expectArrived(1);
          return "quick";
        };
    String first = executor.invokeAny(List.of(interruptible(gate, interrupts), quick));
    expectEquals("the result", "quick", first);
    expectSoon("the other body is interrupted", () -> interrupts.get() == 1);
  }

  @Rule(value = "J5", check = "What invokeAny throws when no task succeeds.")
  default void invokeAnyFailsWithTheFailureOfATask(Kit kit) {
    TaskExecutor executor = kit.open();
    IllegalStateException failure = new IllegalStateException("on purpose");
    Callable<String> failing =
        () -> {
          throw failure;
        };
    ExecutionException thrown =
        expectThrows(
            "invokeAny of failures",
            ExecutionException.class,
            () -> executor.invokeAny(List.of(failing, failing)));
    expectSame("the cause", failure, thrown.getCause());
  }

  @Rule(value = "J5", check = "The validation of the arguments, and the deadline.")
  default void invokeAnyValidatesAndTimesOut(Kit kit) {
    TaskExecutor executor = kit.open();
    expectThrows(
        "invokeAny of nothing",
        IllegalArgumentException.class,
        () -> executor.invokeAny(List.of()));
    expectThrows(
        "invokeAny(null)", NullPointerException.class, () -> executor.invokeAny(nothing()));
    List<Callable<Integer>> withNull = Arrays.asList(() -> 1, nothing());
    expectThrows(
        "invokeAny with a null task",
        NullPointerException.class,
        () -> executor.invokeAny(withNull));
    Gate gate = kit.gate();
    Callable<String> held =
        () -> {
          gate.pass();
          return "too late";
        };
    expectThrows(
        "invokeAny at its deadline",
        TimeoutException.class,
        () -> executor.invokeAny(List.of(held), Limits.SILENCE.toNanos(), TimeUnit.NANOSECONDS));
  }

  @Rule(value = "J6", check = "Whether the completion service wraps the future of submit.")
  default void completionServiceReturnsTheSubmittedFuture(Kit kit) throws Exception {
    TaskCompletionService<String> service = new TaskCompletionService<>(kit.open());
    expectEquals("poll() of an empty service", null, service.poll());
    TaskFuture<String> submitted = service.submit(() -> "done");
    Caller<Future<String>> taker = kit.call("take()", service::take);
    expectSame("what take() returns", submitted, taker.result());
  }

  @Rule(
      value = "J6",
      needs = Capability.BOUNDED_WORKERS,
      check = "When the future tells its waiters that it was cancelled in the queue.")
  default void aCancelledQueuedFutureSurfacesAtOnce(Kit kit) {
    TaskExecutor executor = kit.open(1);
    kit.occupy(executor, 1);
    TaskCompletionService<String> service = new TaskCompletionService<>(executor);
    TaskFuture<String> queued = service.submit(() -> "never");
    queued.cancel(false);
    Caller<Future<String>> taker = kit.call("take() after the cancel", service::take);
    expectSame("what take() returns", queued, taker.result());
  }

  @Rule(value = "J7", check = "Whether a queue node is the submitted Runnable itself.")
  default void theSameRunnableRunsOncePerExecute(Kit kit) {
    kit.require(Capability.SHARED_MEMORY);
    TaskExecutor executor = kit.open();
    AtomicInteger ran = new AtomicInteger();
    Runnable task = ran::incrementAndGet;
    for (int i = 0; i < 100; i++) {
      executor.execute(task);
    }
    expectSoon("100 executions run", () -> ran.get() >= 100);
    expectNever("it runs more often", () -> ran.get() > 100);
  }

  @Rule(value = "J8", check = "What execute() does for a CompletableFuture.")
  default void aCompletableFutureRunsOnIt(Kit kit) throws Exception {
    TaskExecutor executor = kit.open();
    CompletableFuture<String> future = CompletableFuture.supplyAsync(() -> "supplied", executor);
    expectEquals(
        "the result of supplyAsync",
        "supplied",
        future.get(Limits.SIGNAL.toNanos(), TimeUnit.NANOSECONDS));
    executor.shutdown();
    expectThrows(
        "supplyAsync after shutdown()",
        RejectedExecutionException.class,
        () -> CompletableFuture.supplyAsync(() -> "refused", executor));
  }

  @Rule(value = "J11", check = "How the message of the rejection is built.")
  default void aHostileToStringDoesNotSpoilARejection(Kit kit) {
    TaskExecutor executor = kit.open();
    executor.shutdown();
    Runnable hostile =
        new Runnable() {
          @Override
          public void run() {}

          @Override
          public String toString() {
            throw new IllegalStateException("hostile");
          }
        };
    expectThrows(
        "execute() after shutdown()",
        RejectedExecutionException.class,
        () -> {
          executor.execute(hostile);
          return null;
        });
    expectThrows(
        "submit() after shutdown()",
        RejectedExecutionException.class,
        () -> executor.submit(hostile));
  }
}
