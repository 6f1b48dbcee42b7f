package dev.gauntlet.conformance;

import static dev.gauntlet.conformance.Expect.expectDone;
import static dev.gauntlet.conformance.Expect.expectEquals;
import static dev.gauntlet.conformance.Expect.expectSame;
import static dev.gauntlet.conformance.Expect.expectThrows;
import static dev.gauntlet.conformance.Expect.expectTrue;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.TaskState;
import dev.gauntlet.spi.Capability;
import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.spi.RejectionPolicy;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Section Y: what a provider owes for each capability it may lack. With the capability declared,
 * the same test checks that asking for it is accepted.
 */
public interface CapabilityRules extends ConformanceRules {

  /** A task that any executor can run, wherever its bodies run. */
  record Sum(int from, int to) implements Callable<Integer>, Serializable {
    @Override
    public Integer call() {
      return java.util.stream.IntStream.rangeClosed(from, to).sum();
    }
  }

  @Rule(
      value = "Y1",
      replaces = Capability.SHARED_MEMORY,
      check = "How a task and its result cross to the other heap and back.")
  default void aSerialisableTaskDeliversItsValue(Kit kit) throws Exception {
    TaskFuture<Integer> future;
    try (TaskExecutor executor = kit.open()) {
      future = executor.submit(new Sum(1, 100));
      expectEquals("the result of a serialisable task", 5050, future.result(Limits.SIGNAL));
    }
    expectEquals("the result after close()", 5050, future.result());
  }

  @Rule(
      value = "Y2",
      replaces = Capability.INTERRUPTS_RUNNING_TASKS,
      check = "Whether cancel(true) moves a RUNNING future to CANCELLED without help of the body.")
  default void cancelTrueCancelsARunningFutureAtOnce(Kit kit) {
    TaskExecutor executor = kit.open();
    Gate gate = kit.gate();
    TaskFuture<?> future = executor.submit(gate::passUninterruptibly);
    gate.expectArrived(1);
    expectTrue("cancel(true) of a running task returns true", future.cancel(true));
    expectEquals("the state right after cancel(true)", TaskState.CANCELLED, future.taskState());
  }

  @Rule(
      value = "Y3",
      replaces = Capability.BOUNDED_WORKERS,
      check = "Whether a submission waits for a thread although there is no bound.")
  default void blockingBodiesAllRunAtOnce(Kit kit) {
    int bodies = kit.has(Capability.BOUNDED_WORKERS) ? 2 : 10;
    Gate gate = kit.occupy(kit.open(2), bodies);
    expectEquals("the number of bodies that run", bodies, gate.arrived());
  }

  @Rule(
      value = "Y4",
      replaces = Capability.BOUNDED_QUEUE,
      check = "Whether open() looks at queueCapacity, and the message it throws.")
  default void aQueueBoundIsHonouredOrRefused(Kit kit) {
    honouredOrRefused(
        kit,
        Capability.BOUNDED_QUEUE,
        ExecutorConfig.builder().queueCapacity(5, RejectionPolicy.REJECT),
        ExecutorConfig.builder().queueCapacity(5, RejectionPolicy.CALLER_RUNS));
  }

  @Rule(
      value = "Y5",
      replaces = Capability.BLOCKS_WHEN_FULL,
      check = "Whether open() looks at the policy BLOCK, and the message it throws.")
  default void blockingWhenFullIsHonouredOrRefused(Kit kit) {
    honouredOrRefused(
        kit,
        Capability.BLOCKS_WHEN_FULL,
        ExecutorConfig.builder().queueCapacity(5, RejectionPolicy.BLOCK));
  }

  @Rule(
      value = "Y8",
      replaces = Capability.CUSTOM_THREADS,
      check = "Whether open() looks at threadFactory and threadNamePrefix, and the message.")
  default void customThreadsAreHonouredOrRefused(Kit kit) {
    honouredOrRefused(
        kit,
        Capability.CUSTOM_THREADS,
        ExecutorConfig.builder().threadFactory(Thread.ofPlatform().daemon().factory()),
        ExecutorConfig.builder().daemon(true).threadNamePrefix("mine"));
  }

  @Rule(
      value = "Y9",
      replaces = Capability.INITIALIZER,
      check = "Whether open() looks at the initializer, and the message it throws.")
  default void anInitializerIsHonouredOrRefused(Kit kit) {
    honouredOrRefused(
        kit, Capability.INITIALIZER, ExecutorConfig.builder().daemon(true).initializer(() -> {}));
  }

  private static void honouredOrRefused(
      Kit kit, Capability capability, ExecutorConfig.Builder... asking) {
    for (ExecutorConfig.Builder builder : asking) {
      if (kit.has(capability)) {
        kit.provider().open(builder.build()).close();
        continue;
      }
      UnsupportedOperationException refusal =
          expectThrows(
              "open() with a configuration that asks for " + capability,
              UnsupportedOperationException.class,
              () -> kit.provider().open(builder.build()));
      expectTrue(
          "the message of the refusal names " + capability,
          String.valueOf(refusal.getMessage()).contains(capability.name()),
          String.valueOf(refusal.getMessage()));
    }
  }

  @Rule(
      value = "Y6",
      replaces = Capability.HELPS_NESTED_JOIN,
      check = "Whether a timed wait of the only worker gives the worker back.")
  default void aTimedNestedJoinLeavesThePoolUsable(Kit kit) throws Exception {
    kit.require(Capability.SHARED_MEMORY);
    TaskExecutor executor = kit.open(1);
    TaskFuture<TaskFuture<String>> outer =
        executor.submit(() -> {
          TaskFuture<String> inner = executor.submit(() -> "inner");
          try {
            inner.get(Limits.SILENCE.toNanos(), TimeUnit.NANOSECONDS);
          } catch (TimeoutException starved) {
            // With one worker that is what a timed join may come to.
          }
          return inner;
        });
    expectDone("the outer task", outer);
    TaskFuture<String> inner = outer.result();
    expectDone("the inner task, once the worker is free", inner);
    expectEquals("the result of the inner task", "inner", inner.result());
  }

  @Rule(
      value = "Y7",
      replaces = Capability.FIFO_WITH_ONE_WORKER,
      check = "Whether every queue of a worker is drained.")
  default void everyTaskRunsOnce(Kit kit) {
    kit.require(Capability.SHARED_MEMORY);
    TaskExecutor executor = kit.open(1);
    ConcurrentLinkedQueue<Integer> ran = new ConcurrentLinkedQueue<>();
    List<TaskFuture<?>> futures = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      int index = i;
      futures.add(executor.submit(() -> ran.add(index)));
    }
    futures.forEach(future -> expectDone("each of 500 tasks", future));
    expectEquals("the number of bodies that ran", 500, ran.size());
    expectEquals("the number of different bodies", 500L, ran.stream().distinct().count());
  }

  @Rule(
      value = "Y10",
      replaces = Capability.PROMISES,
      check = "Whether capabilities() and promises() say the same.")
  default void promisesAreThereIfDeclared(Kit kit) {
    expectEquals(
        "the presence of promises()",
        kit.has(Capability.PROMISES),
        kit.provider().promises().isPresent());
  }

  @Rule(
      value = "Y11",
      replaces = Capability.ASYNCHRONOUS,
      check = "On which thread the body runs, and when the submission returns.")
  default void aSynchronousSubmissionReturnsADoneFuture(Kit kit) throws Exception {
    kit.require(Capability.SHARED_MEMORY);
    TaskFuture<Thread> future = kit.open().submit(Thread::currentThread);
    if (kit.has(Capability.ASYNCHRONOUS)) {
      expectDone("the submitted task", future);
      expectTrue(
          "the body runs on another thread than the submitter",
          future.result() != Thread.currentThread());
    } else {
      expectTrue("the future is done when submit returns", future.isDone());
      expectSame("the thread of the body", Thread.currentThread(), future.result());
    }
  }
}
