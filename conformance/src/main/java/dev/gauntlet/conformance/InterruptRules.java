package dev.gauntlet.conformance;

import static dev.gauntlet.conformance.Expect.expectDone;
import static dev.gauntlet.conformance.Expect.expectEquals;
import static dev.gauntlet.conformance.Expect.expectNever;
import static dev.gauntlet.conformance.Expect.expectThrows;
import static dev.gauntlet.conformance.Expect.expectTrue;
import static dev.gauntlet.conformance.Expect.terminates;

import dev.gauntlet.CompletionIterator;
import dev.gauntlet.FuturesInterruptedException;
import dev.gauntlet.MappedResults;
import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.TaskFutures;
import dev.gauntlet.TaskState;
import dev.gauntlet.spi.Capability;
import dev.gauntlet.spi.RejectionPolicy;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Section I: whose interrupts reach whom, and who clears them. */
public interface InterruptRules extends ConformanceRules {

  @Rule(value = "I1", check = "Where a worker clears its flag before it runs a body.")
  default void aBodyStartsWithAClearFlag(Kit kit) throws Exception {
    TaskExecutor executor = kit.open(1);
    Gate gate = kit.gate();
    TaskFuture<?> leaving =
        executor.submit(() -> {
          gate.passUninterruptibly();
          Thread.currentThread().interrupt();
        });
    gate.expectArrived(1);
    TaskFuture<Boolean> next = executor.submit(() -> Thread.currentThread().isInterrupted());
    gate.open();
    expectDone("the task that leaves its flag set", leaving);
    expectEquals("the flag at the start of the next body", false, next.result(Limits.SIGNAL));
  }

  @Rule(value = "I1", check = "Whether a new worker inherits anything from its submitter.")
  default void anInterruptedSubmitterDoesNotMatter(Kit kit) {
    kit.require(Capability.ASYNCHRONOUS);
    TaskExecutor executor = kit.open(1);
    Caller<Boolean> submitter =
        kit.call(
            "an interrupted submitter",
            () -> {
              Thread.currentThread().interrupt();
              TaskFuture<Boolean> flag =
                  executor.submit(() -> Thread.currentThread().isInterrupted());
              expectDone("its task", flag);
              return flag.resultNow();
            });
    expectEquals("the flag at the start of the body", false, submitter.result());
  }

  /**
   * The canceller and the end of the body race in every round; a callback and the next body then
   * look at the flag, and the next body waits long enough for a late interrupt to arrive.
   */
  @Rule(
      value = "I2",
      needs = {Capability.INTERRUPTS_RUNNING_TASKS, Capability.BOUNDED_WORKERS},
      check = "The handshake between a canceller's interrupt and the end of the body.")
  default void aLateInterruptShowsNowhere(Kit kit) {
    TaskExecutor executor = kit.open(1);
    for (int round = 0; round < 400; round++) {
      AtomicBoolean started = new AtomicBoolean();
      AtomicBoolean leak = new AtomicBoolean();
      TaskFuture<?> target = executor.submit(() -> started.set(true));
      target.addDoneCallback(done ->
          leak.compareAndSet(false, ranOnWorker() && Thread.currentThread().isInterrupted()));
      while (!started.get()) {
        Thread.onSpinWait();
      }
      target.cancel(true);
      expectDone("the cancelled or ended task", target);
      TaskFuture<Boolean> next = executor.submit(() -> Thread.currentThread().isInterrupted());
      expectDone("the next task", next);
      expectTrue("no callback sees the interrupt of a body that has ended", !leak.get());
      expectEquals("the flag of the worker afterwards", false, next.resultNow());
    }
  }

  private static boolean ranOnWorker() {
    return !"rule".equals(Thread.currentThread().getName());
  }

  @Rule(value = "I3", check = "Where the flag is cleared after a body and before its callbacks.")
  default void aFlagLeftByABodyIsClearInItsCallback(Kit kit) {
    TaskExecutor executor = kit.open(1);
    Gate gate = kit.gate();
    TaskFuture<?> leaving =
        executor.submit(() -> {
          gate.passUninterruptibly();
          Thread.currentThread().interrupt();
        });
    CallbackProbe probe = kit.probe().on(leaving);
    gate.open();
    expectEquals("the flag in the callback", false, probe.expectCalled().interrupted());
  }

  @Rule(value = "I3", check = "Where the flag is cleared between two callbacks, and after them.")
  default void aFlagLeftByACallbackIsClear(Kit kit) throws Exception {
    TaskExecutor executor = kit.open(1);
    Gate gate = kit.gate();
    TaskFuture<String> future = kit.running(executor, gate, "done");
    future.addDoneCallback(done -> Thread.currentThread().interrupt());
    CallbackProbe second = kit.probe().on(future);
    TaskFuture<Boolean> next = executor.submit(() -> Thread.currentThread().isInterrupted());
    gate.open();
    expectEquals("the flag in the next callback", false, second.expectCalled().interrupted());
    expectEquals("the flag in the next body", false, next.result(Limits.SIGNAL));
  }

  @Rule(
      value = "I3",
      needs = Capability.INITIALIZER,
      check = "Where the flag is cleared after the initializer.")
  default void aFlagLeftByTheInitializerIsClear(Kit kit) throws Exception {
    TaskExecutor executor =
        kit.open(config -> config.workers(1).initializer(() -> Thread.currentThread().interrupt()));
    TaskFuture<Boolean> first = executor.submit(() -> Thread.currentThread().isInterrupted());
    expectEquals("the flag in the first body", false, first.result(Limits.SIGNAL));
  }

  @Rule(
      value = "I4",
      needs = {Capability.CUSTOM_THREADS, Capability.BOUNDED_WORKERS},
      check = "What an idle worker does when its park returns because of an interrupt.")
  default void aStrayInterruptOfAnIdleWorkerIsAbsorbed(Kit kit) throws Exception {
    TaskExecutor executor = kit.open(1);
    for (int round = 0; round < 20; round++) {
      expectDone("a task", executor.submit(() -> {}));
      kit.workers(executor).expectIdle(1);
      kit.workers(executor).threads().forEach(Thread::interrupt);
      TaskFuture<Boolean> next = executor.submit(() -> Thread.currentThread().isInterrupted());
      expectEquals("the flag in the next body", false, next.result(Limits.SIGNAL));
    }
  }

  /** Every body that shutdownNow does not return has to see its interrupt. */
  @Rule(
      value = "I5",
      needs = {Capability.INTERRUPTS_RUNNING_TASKS, Capability.BOUNDED_WORKERS},
      check = "Whether the flag is cleared after the look at the stop state, or before it.")
  default void aBodyThatStartsDuringShutdownNowIsInterrupted(Kit kit) {
    for (int round = 0; round < 150; round++) {
      TaskExecutor executor = kit.open(1);
      Gate gate = kit.gate();
      AtomicInteger interrupted = new AtomicInteger();
      TaskFuture<?> first = executor.submit(() -> {});
      TaskFuture<?> second =
          executor.submit(() -> {
            try {
              gate.pass();
            } catch (InterruptedException stop) {
              interrupted.incrementAndGet();
            }
          });
      if (round % 2 == 0) {
        expectDone("the first task", first);
      }
      executor.shutdownNow();
      expectTrue(
          "a body that shutdownNow did not keep from starting is interrupted, so that the"
              + " executor terminates",
          Expect.holdsSoon(executor::isTerminated),
          "it runs on: " + second);
      gate.open();
    }
  }

  @Rule(value = "I7", check = "The handling of InterruptedException in close().")
  default void closeLeavesTheFlagSet(Kit kit) {
    TaskExecutor executor = kit.open(1);
    Gate gate = kit.occupy(executor, 1);
    Caller<Boolean> closer =
        kit.call(
            "close()",
            () -> {
              executor.close();
              return Thread.currentThread().isInterrupted();
            });
    closer.expectBlocked();
    closer.interrupt();
    gate.open();
    expectEquals("the interrupt flag after close()", true, closer.result());
  }

  @Rule(value = "I7", check = "The handling of InterruptedException in the two iterators.")
  default void iteratorsLeaveTheFlagSet(Kit kit) {
    Kit.Held<String> held = kit.held("late");
    try (CompletionIterator<TaskFuture<String>> iterator =
        TaskFutures.asCompleted(List.of(held.future()))) {
      flagIsSetAfter(kit, "next() of asCompleted", iterator::next);
    }
    TaskExecutor executor = kit.open(1);
    Gate gate = kit.gate();
    try (MappedResults<Integer> results = executor.map(waitingAt(gate), List.of(1))) {
      flagIsSetAfter(kit, "next() of map", results::next);
      gate.open();
    }
  }

  private static java.util.function.Function<Integer, Integer> waitingAt(Gate gate) {
    return input -> {
      gate.passUninterruptibly();
      return input;
    };
  }

  private static void flagIsSetAfter(Kit kit, String what, Callable<?> next) {
    Caller<Boolean> caller =
        kit.call(
            what,
            () -> {
              expectThrows(what, FuturesInterruptedException.class, next);
              return Thread.currentThread().isInterrupted();
            });
    caller.expectBlocked();
    caller.interrupt();
    expectEquals("the interrupt flag after " + what, true, caller.result());
  }

  @Rule(value = "I8", check = "Whom an orderly shutdown interrupts.")
  default void anOrderlyShutdownInterruptsNobody(Kit kit) throws Exception {
    TaskExecutor executor = kit.open(2);
    Gate gate = kit.gate();
    TaskFuture<Boolean> running =
        executor.submit(() -> {
          gate.passUninterruptibly();
          return Thread.currentThread().isInterrupted();
        });
    gate.expectArrived(1);
    expectDone("a second task", executor.submit(() -> {}));
    executor.shutdown();
    expectNever("the running body ends", running::isDone);
    gate.open();
    expectEquals("the flag of the running body", false, running.result(Limits.SIGNAL));
    expectTrue("the executor terminates", terminates(executor));
  }

  @Rule(value = "I9", check = "What a waiting operation does before it throws.")
  default void anInterruptedWaiterCancelsNothing(Kit kit) {
    Kit.Held<String> held = kit.held("in the end");
    TaskFuture<String> future = held.future();
    interrupted(kit, "get()", future::get);
    interrupted(kit, "result()", future::result);
    interrupted(kit, "exception()", future::exception);
    interrupted(kit, "await()", () -> TaskFutures.await(List.of(future)));
    interrupted(kit, "awaitTermination()", () -> kit.open(1).awaitTermination(1, TimeUnit.DAYS));
    expectEquals("the state of the future", TaskState.RUNNING, future.taskState());
    held.complete();
    expectEquals("its result", "in the end", future.resultNow());
  }

  private static void interrupted(Kit kit, String what, Callable<?> wait) {
    Caller<?> caller = kit.call(what, wait);
    caller.expectBlocked();
    caller.interrupt();
    caller.expectThrows(InterruptedException.class);
  }

  @Rule(
      value = "I10",
      needs = Capability.INTERRUPTS_RUNNING_TASKS,
      check = "Whether cancel(true) waits for the body.")
  default void cancelTrueDoesNotWaitForTheBody(Kit kit) {
    TaskExecutor executor = kit.open(1);
    Gate gate = kit.gate();
    TaskFuture<?> deaf = executor.submit(gate::passUninterruptibly);
    gate.expectArrived(1);
    Caller<Boolean> canceller = kit.call("cancel(true)", () -> deaf.cancel(true));
    expectEquals("what cancel(true) returns", true, canceller.result());
    expectEquals("the state while the body runs on", TaskState.CANCELLED, deaf.taskState());
  }

  @Rule(
      value = "I11",
      needs = {Capability.BOUNDED_QUEUE, Capability.BOUNDED_WORKERS},
      check = "Whether a body on the submitter's thread is registered as that of a worker.")
  default void shutdownNowSparesACallersThread(Kit kit) {
    TaskExecutor executor =
        kit.open(config -> config.workers(1).queueCapacity(1, RejectionPolicy.CALLER_RUNS));
    kit.occupy(executor, 1);
    executor.submit(() -> {});
    Gate onCaller = kit.gate();
    Caller<Boolean> submitter =
        kit.call(
            "a submitter that runs its task itself",
            () -> {
              executor.submit(onCaller::passUninterruptibly);
              return Thread.currentThread().isInterrupted();
            });
    onCaller.expectArrived(1);
    executor.shutdownNow();
    onCaller.open();
    expectEquals("the interrupt flag of the submitter", false, submitter.result());
  }
}
