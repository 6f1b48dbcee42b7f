package dev.gauntlet.conformance;

import static dev.gauntlet.conformance.Expect.expectDone;
import static dev.gauntlet.conformance.Expect.expectEquals;
import static dev.gauntlet.conformance.Expect.expectSoon;
import static dev.gauntlet.conformance.Expect.expectThrows;
import static dev.gauntlet.conformance.Expect.expectTrue;
import static dev.gauntlet.conformance.Expect.terminates;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.TaskState;
import dev.gauntlet.spi.Capability;
import dev.gauntlet.spi.RejectionPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Section L: how an executor ends. */
public interface LifecycleRules extends ConformanceRules {

  @Rule(value = "L1", check = "Which ways into the executor look at its state.")
  default void afterAShutdownEveryWayInIsClosed(Kit kit) {
    List<Consumer<TaskExecutor>> ends =
        List.of(TaskExecutor::shutdown, TaskExecutor::shutdownNow, e -> e.shutdown(true));
    for (Consumer<TaskExecutor> end : ends) {
      TaskExecutor executor = kit.open();
      end.accept(executor);
      AtomicBoolean ran = new AtomicBoolean();
      Callable<String> task =
          () -> {
            ran.set(true);
            return "ran";
          };
      List<Callable<?>> ways =
          List.of(
              () -> executor.submit(task),
              () -> executor.submit(() -> ran.set(true)),
              () -> executor.submit(() -> ran.set(true), "result"),
              () -> Submissions.execute(executor, () -> ran.set(true)),
              () -> executor.map(a -> task, List.of(1)),
              () -> executor.invokeAll(List.of(task)),
              () -> executor.invokeAny(List.of(task)));
      for (int way = 0; way < ways.size(); way++) {
        expectThrows("way " + way + " in", RejectedExecutionException.class, ways.get(way));
      }
      expectTrue("no refused body runs", !ran.get());
    }
  }

  @Rule(value = "L1", check = "Whether a worker of the executor is treated as any submitter.")
  default void aBodyIsRefusedAfterTheShutdown(Kit kit) {
    TaskExecutor executor = kit.open(1);
    Gate gate = kit.gate();
    TaskFuture<?> body =
        executor.submit(() -> {
          gate.passUninterruptibly();
          executor.submit(() -> {});
        });
    AtomicReference<String> inCallback = new AtomicReference<>("not called");
    body.addDoneCallback(done -> {
      try {
        executor.submit(() -> {});
        inCallback.set("accepted");
      } catch (RejectedExecutionException refused) {
        inCallback.set("refused");
      }
    });
    gate.expectArrived(1);
    executor.shutdown();
    gate.open();
    expectThrows(
        "result() of a body that submits after the shutdown",
        RejectedExecutionException.class,
        () -> body.result(Limits.SIGNAL));
    expectSoon("its callback is called", () -> !"not called".equals(inCallback.get()));
    expectEquals("a submit of its callback", "refused", inCallback.get());
  }

  @Rule(value = "L2", check = "The window between a submit's look at the state and its enqueue.")
  default void aSubmitThatRacesWithAShutdownIsDecided(Kit kit) {
    kit.require(Capability.ASYNCHRONOUS);
    List<Consumer<TaskExecutor>> ends =
        List.of(TaskExecutor::shutdown, TaskExecutor::shutdownNow, e -> e.shutdown(true));
    for (int round = 0; round < 150; round++) {
      TaskExecutor executor = kit.open(1);
      Consumer<TaskExecutor> end = ends.get(round % ends.size());
      List<TaskFuture<?>> accepted = new ArrayList<>();
      kit.race(
          () -> {
            try {
              for (int i = 0; i < 20; i++) {
                accepted.add(executor.submit(() -> {}));
              }
            } catch (RejectedExecutionException refused) {
              // The other decision.
            }
          },
          () -> end.accept(executor));
      accepted.forEach(future -> expectDone("an accepted task", future));
      expectSoon("the executor terminates", executor::isTerminated);
    }
  }

  @Rule(
      value = "L2",
      needs = {Capability.BOUNDED_QUEUE, Capability.BOUNDED_WORKERS},
      check = "What the policy CALLER_RUNS does once the executor is shut down.")
  default void callerRunsRefusesAfterAShutdown(Kit kit) {
    TaskExecutor executor =
        kit.open(config -> config.workers(1).queueCapacity(1, RejectionPolicy.CALLER_RUNS));
    executor.shutdown();
    try {
      expectDone("a task accepted after a shutdown", executor.submit(() -> {}));
    } catch (RejectedExecutionException refused) {
      // As it should be (L1); what must not be is a future that nobody completes.
    }
  }

  @Rule(value = "L3", check = "Whether a repeated shutdown runs parts of the protocol twice.")
  default void everyMixtureOfShutdownsTerminates(Kit kit) throws Exception {
    List<Consumer<TaskExecutor>> ends =
        List.of(
            TaskExecutor::shutdown,
            TaskExecutor::shutdownNow,
            TaskExecutor::close,
            e -> e.shutdown(true));
    for (int first = 0; first < ends.size(); first++) {
      for (int second = 0; second < ends.size(); second++) {
        TaskExecutor executor = kit.open(2);
        executor.submit(() -> {});
        ends.get(first).accept(executor);
        ends.get(second).accept(executor);
        expectTrue("it terminates after " + first + ", " + second, terminates(executor));
        ends.forEach(end -> end.accept(executor));
        expectTrue("it stays terminated", executor.isTerminated());
      }
    }
  }

  @Rule(value = "L3", check = "Whether two shutdowns at once can both miss the last step.")
  default void concurrentShutdownsTerminate(Kit kit) throws Exception {
    for (int round = 0; round < 60; round++) {
      TaskExecutor executor = kit.open(2);
      executor.submit(() -> {});
      kit.race(executor::shutdown, executor::shutdownNow);
      expectTrue("it terminates", terminates(executor));
    }
  }

  @Rule(value = "L4", check = "Whether shutdown waits, and what it does to the queue.")
  default void shutdownLetsQueuedTasksRun(Kit kit) throws Exception {
    TaskExecutor executor = kit.open(1);
    Gate gate = kit.gate();
    TaskFuture<String> running = kit.running(executor, gate, "running");
    TaskFuture<String> queued = executor.submit(() -> "queued");
    Caller<Boolean> ender =
        kit.call(
            "shutdown()",
            () -> {
              executor.shutdown();
              return true;
            });
    ender.result();
    expectTrue("isShutdown()", executor.isShutdown());
    gate.open();
    expectEquals("the running task", "running", running.result(Limits.SIGNAL));
    expectEquals("the queued task", "queued", queued.result(Limits.SIGNAL));
    expectTrue("it terminates", terminates(executor));
  }

  @Rule(value = "L5", check = "What close() waits for.")
  default void closeWaitsForEverything(Kit kit) {
    TaskExecutor executor = kit.open(1);
    Gate gate = kit.gate();
    AtomicBoolean bodyEnded = new AtomicBoolean();
    executor.submit(() -> {
      gate.passUninterruptibly();
      bodyEnded.set(true);
    });
    TaskFuture<String> queued = executor.submit(() -> "queued");
    gate.expectArrived(1);
    Caller<Boolean> closer =
        kit.call(
            "close()",
            () -> {
              executor.close();
              return bodyEnded.get() && queued.isDone();
            });
    closer.expectBlocked();
    gate.open();
    expectEquals("all tasks were done when close() returned", true, closer.result());
    expectEquals("the queued task", TaskState.SUCCEEDED, queued.taskState());
  }

  @Rule(
      value = "L5",
      needs = Capability.CUSTOM_THREADS,
      check = "What keeps a worker thread alive after the termination.")
  default void workerThreadsEndAfterClose(Kit kit) {
    TaskExecutor executor = kit.open(2);
    kit.occupy(executor, 2).open();
    executor.close();
    expectEquals("the number of workers", 2, kit.workers(executor).threads().size());
    kit.workers(executor).expectAllEnded();
  }

  @Rule(
      value = "L6",
      needs = Capability.BOUNDED_WORKERS,
      check = "What shutdown(true) does with the queue and with running bodies.")
  default void shutdownTrueCancelsWhatIsQueued(Kit kit) throws Exception {
    TaskExecutor executor = kit.open(1);
    Gate gate = kit.gate();
    TaskFuture<Boolean> running =
        executor.submit(() -> {
          gate.passUninterruptibly();
          return Thread.currentThread().isInterrupted();
        });
    gate.expectArrived(1);
    TaskFuture<String> queued = executor.submit(() -> "never");
    executor.shutdown(/* cancelPending= */ true);
    expectEquals("the queued task", TaskState.CANCELLED, queued.taskState());
    expectEquals("the running task", TaskState.RUNNING, running.taskState());
    gate.open();
    expectEquals("the flag of the running body", false, running.result(Limits.SIGNAL));
    expectTrue("it terminates", terminates(executor));
  }

  @Rule(
      value = "L7",
      needs = Capability.BOUNDED_WORKERS,
      check = "Whether a later call overwrites what an earlier one decided.")
  default void aWeakerShutdownWeakensNothing(Kit kit) throws Exception {
    TaskExecutor executor = kit.open(1);
    Gate gate = kit.occupy(executor, 1);
    AtomicBoolean ran = new AtomicBoolean();
    TaskFuture<?> queued = executor.submit(() -> ran.set(true));
    executor.shutdown(/* cancelPending= */ true);
    executor.shutdown();
    gate.open();
    executor.close();
    expectEquals("the cancelled task", TaskState.CANCELLED, queued.taskState());
    expectTrue("its body does not run", !ran.get());
  }

  @Rule(
      value = "L8",
      needs = {Capability.BOUNDED_WORKERS, Capability.INTERRUPTS_RUNNING_TASKS},
      check = "What shutdownNow does with queued futures, and what it returns.")
  default void shutdownNowCancelsWhatItReturns(Kit kit) throws Exception {
    TaskExecutor executor = kit.open(1);
    Gate gate = kit.gate();
    TaskFuture<?> running = executor.submit(() -> passInterruptibly(gate));
    gate.expectArrived(1);
    AtomicBoolean ran = new AtomicBoolean();
    TaskFuture<?> queued = executor.submit(() -> ran.set(true));
    Runnable executed = () -> ran.set(true);
    executor.execute(executed);
    List<Runnable> returned = executor.shutdownNow();
    expectDone("the interrupted body", running);
    expectEquals("the queued task", TaskState.CANCELLED, queued.taskState());
    expectEquals("what is returned", List.of(queued, executed), returned);
    returned.get(0).run();
    expectTrue("running a returned future does nothing", !ran.get());
    expectTrue("it terminates", terminates(executor));
  }

  private static String passInterruptibly(Gate gate) {
    try {
      gate.pass();
      return "the gate was opened";
    } catch (InterruptedException interrupt) {
      return "interrupted";
    }
  }

  @Rule(
      value = "L9",
      needs = Capability.INTERRUPTS_RUNNING_TASKS,
      check = "What close() does when its thread is interrupted.")
  default void anInterruptedCloseHurries(Kit kit) {
    for (boolean before : new boolean[] {true, false}) {
      TaskExecutor executor = kit.open(1);
      Gate gate = kit.gate();
      TaskFuture<?> running = executor.submit(() -> passInterruptibly(gate));
      gate.expectArrived(1);
      TaskFuture<String> queued = executor.submit(() -> "perhaps");
      Caller<Boolean> closer =
          kit.call(
              "close() that is interrupted",
              () -> {
                if (before) {
                  Thread.currentThread().interrupt();
                }
                executor.close();
                return Thread.currentThread().isInterrupted();
              });
      if (!before) {
        closer.expectBlocked();
        closer.interrupt();
      }
      expectEquals("the flag after close()", true, closer.result());
      expectTrue("it is terminated", executor.isTerminated());
      expectTrue("the running task is done", running.isDone());
      expectTrue("the queued task is done", queued.isDone(), queued.taskState());
    }
  }

  @Rule(value = "L10", check = "Whether close() knows a worker of its own executor.")
  default void closeOnAnOwnWorkerFailsFast(Kit kit) throws Exception {
    TaskExecutor executor = kit.open(1);
    // A gate, so that a subject whose submissions are synchronous is not asked.
    Gate gate = kit.gate();
    TaskFuture<?> closing =
        executor.submit(() -> {
          gate.passUninterruptibly();
          executor.close();
        });
    gate.open();
    expectThrows(
        "close() in a body", IllegalStateException.class, () -> closing.result(Limits.SIGNAL));
    expectTrue("the shutdown is initiated", executor.isShutdown());
    expectTrue("it terminates", terminates(executor));
  }

  @Rule(value = "L10", check = "Whether a callback on a worker counts as the worker.")
  default void closeInACallbackOnAWorkerFailsFast(Kit kit) throws Exception {
    TaskExecutor executor = kit.open(1);
    Gate gate = kit.gate();
    AtomicReference<Object> seen = new AtomicReference<>("not called");
    TaskFuture<String> future = kit.running(executor, gate, "done");
    future.addDoneCallback(done -> {
      try {
        executor.close();
        seen.set("returned");
      } catch (IllegalStateException expected) {
        seen.set("refused");
      }
    });
    gate.open();
    expectSoon("close() in a callback ends", () -> !"not called".equals(seen.get()));
    expectEquals("close() in a callback", "refused", seen.get());
    expectTrue("it terminates", terminates(executor));
  }
}
