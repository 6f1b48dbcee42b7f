package dev.gauntlet.conformance;

import static dev.gauntlet.conformance.Expect.expectDone;
import static dev.gauntlet.conformance.Expect.expectEquals;
import static dev.gauntlet.conformance.Expect.expectSoon;
import static dev.gauntlet.conformance.Expect.expectThrows;
import static dev.gauntlet.conformance.Expect.expectTrue;
import static dev.gauntlet.conformance.Nothing.nothing;

import dev.gauntlet.MappedResults;
import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.TaskFutures;
import dev.gauntlet.TaskState;
import dev.gauntlet.spi.Capability;
import dev.gauntlet.spi.RejectionPolicy;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Section N: tasks that submit to, and wait for, their own executor. */
public interface NestingRules extends ConformanceRules {

  @Rule(value = "N1", check = "Whether a submission by a worker takes the path of a blocked queue.")
  default void aBodySubmitsWithoutBlocking(Kit kit) throws Exception {
    TaskExecutor executor = kit.open(1);
    Gate gate = kit.gate();
    TaskFuture<TaskFuture<String>> outer =
        executor.submit(() -> {
          for (int i = 0; i < 1_000; i++) {
            executor.submit(() -> {});
          }
          TaskFuture<String> inner = executor.submit(() -> "inner");
          gate.pass();
          return inner;
        });
    gate.expectArrived(1);
    gate.open();
    expectDone("the outer task", outer);
    expectDone("the inner task", outer.result());
  }

  @Rule(
      value = "N2",
      needs = Capability.HELPS_NESTED_JOIN,
      check = "Whether get() on a worker runs a pending task of the own pool in place.")
  default void aNestedGetEnds(Kit kit) {
    nested(kit, executor -> executor.submit(() -> "inner").get());
  }

  @Rule(
      value = "N2",
      needs = Capability.HELPS_NESTED_JOIN,
      check = "Whether result() and exception() help as get() does.")
  default void aNestedResultAndExceptionEnd(Kit kit) {
    nested(kit, executor -> executor.submit(() -> "inner").result());
    nested(
        kit, executor -> executor.submit(() -> "inner").exception() == null ? "inner" : "failed");
  }

  @Rule(
      value = "N2",
      needs = Capability.HELPS_NESTED_JOIN,
      check = "Whether the bulk operations help before they park.")
  default void nestedBulkOperationsEnd(Kit kit) {
    Callable<String> inner = () -> "inner";
    nested(kit, executor -> executor.invokeAll(List.of(inner, inner)).get(1).get());
    nested(
        kit,
        executor -> {
          try (MappedResults<String> results = executor.map(a -> a, List.of("inner"))) {
            return results.next();
          }
        });
    nested(
        kit,
        executor -> {
          TaskFuture<String> future = executor.submit(inner);
          TaskFutures.await(List.of(future));
          return future.resultNow();
        });
  }

  @Rule(
      value = "N2",
      needs = Capability.HELPS_NESTED_JOIN,
      check = "Whether helping works below a task that is itself helped.")
  default void nestedJoinsEndAtAnyDepth(Kit kit) throws Exception {
    TaskExecutor executor = kit.open(1);
    TaskFuture<Integer> root = executor.submit(() -> depth(executor, 100));
    expectDone("a nested join of depth 100", root);
    expectEquals("its result", 100, root.result());
  }

  private static int depth(TaskExecutor executor, int depth) throws Exception {
    return depth == 0 ? 0 : 1 + executor.submit(() -> depth(executor, depth - 1)).get();
  }

  @Rule(
      value = "N2",
      needs = Capability.HELPS_NESTED_JOIN,
      check = "Whether a worker still counts as one while it runs callbacks.")
  default void aJoinInACallbackEnds(Kit kit) {
    TaskExecutor executor = kit.open(1);
    Gate gate = kit.gate();
    AtomicReference<String> seen = new AtomicReference<>("nothing");
    TaskFuture<String> outer = kit.running(executor, gate, "outer");
    outer.addDoneCallback(done -> {
      try {
        seen.set(executor.submit(() -> "inner").get());
      } catch (Exception failure) {
        seen.set(failure.toString());
      }
    });
    gate.open();
    expectSoon("the join in the callback ends", () -> !"nothing".equals(seen.get()));
    expectEquals("what it returned", "inner", seen.get());
  }

  /** A body that uses its own executor. */
  @FunctionalInterface
  interface NestedBody {
    String run(TaskExecutor executor) throws Exception;
  }

  private static void nested(Kit kit, NestedBody body) {
    TaskExecutor executor = kit.open(1);
    TaskFuture<String> outer = executor.submit(() -> body.run(executor));
    expectDone("a task of the only worker that waits for another task of the pool", outer);
    expectEquals("its state", TaskState.SUCCEEDED, outer.taskState());
    expectEquals("what the inner task returned", "inner", outer.resultNow());
  }

  @Rule(
      value = "K12",
      needs = {Capability.BOUNDED_WORKERS, Capability.HELPS_NESTED_JOIN},
      check = "When the callbacks of a task run that a worker runs in place, within a callback.")
  default void callbacksOfAHelpedTaskRunBeforeTheNextOne(Kit kit) {
    TaskExecutor executor = kit.open(1);
    Gate gate = kit.gate();
    List<String> order = new CopyOnWriteArrayList<>();
    TaskFuture<?> outer = kit.running(executor, gate, "outer");
    TaskFuture<?> first = executor.submit(() -> order.add("first body"));
    TaskFuture<?> second = executor.submit(() -> order.add("second body"));
    first.addDoneCallback(done -> order.add("first callback"));
    outer.addDoneCallback(done -> {
      join(first);
      join(second);
      order.add("helper");
    });
    gate.open();
    expectSoon("the callback has helped with both tasks", () -> order.contains("helper"));
    expectEquals(
        "the order", List.of("first body", "first callback", "second body", "helper"), order);
  }

  private static void join(TaskFuture<?> future) {
    try {
      Object unused = future.get();
    } catch (InterruptedException | ExecutionException unexpected) {
      throw new IllegalStateException(unexpected);
    }
  }

  @Rule(
      value = "N3",
      needs = {Capability.BLOCKS_WHEN_FULL, Capability.BOUNDED_WORKERS},
      check = "Who wakes a blocked submitter when a place becomes free.")
  default void aBlockedSubmitGoesOnWhenAPlaceIsFree(Kit kit) {
    TaskExecutor executor = blocking(kit);
    Gate gate = kit.occupy(executor, 1);
    executor.submit(() -> {});
    Caller<TaskFuture<String>> submitter =
        kit.call("a submit that meets a full queue", () -> executor.submit(() -> "late"));
    submitter.expectBlocked();
    gate.open();
    expectDone("the task of the blocked submitter", submitter.result());
  }

  @Rule(
      value = "N3",
      needs = {Capability.BLOCKS_WHEN_FULL, Capability.BOUNDED_WORKERS},
      check = "Whether shutdown() wakes those who wait for a place.")
  default void shutdownReleasesABlockedSubmit(Kit kit) {
    TaskExecutor executor = blocking(kit);
    Gate gate = kit.occupy(executor, 1);
    TaskFuture<?> queued = executor.submit(() -> {});
    AtomicBoolean ran = new AtomicBoolean();
    Caller<TaskFuture<?>> submitter =
        kit.call("a submit that meets a full queue", () -> executor.submit(() -> ran.set(true)));
    submitter.expectBlocked();
    executor.shutdown();
    submitter.expectThrows(RejectedExecutionException.class);
    gate.open();
    expectDone("the queued task", queued);
    expectSoon("the executor terminates", executor::isTerminated);
    expectTrue("the refused body never runs", !ran.get());
  }

  @Rule(
      value = "N3",
      needs = {Capability.BLOCKS_WHEN_FULL, Capability.BOUNDED_WORKERS},
      check = "What the wait for a place does with an interrupt.")
  default void anInterruptReleasesABlockedSubmit(Kit kit) {
    TaskExecutor executor = blocking(kit);
    kit.occupy(executor, 1);
    executor.submit(() -> {});
    Caller<Boolean> submitter =
        kit.call(
            "a submit that meets a full queue",
            () -> {
              RejectedExecutionException refused =
                  expectThrows(
                      "the interrupted submit",
                      RejectedExecutionException.class,
                      () -> executor.submit(() -> {}));
              expectTrue(
                  "its cause is the InterruptedException",
                  refused.getCause() instanceof InterruptedException,
                  Expect.describe(refused.getCause()));
              return Thread.currentThread().isInterrupted();
            });
    submitter.expectBlocked();
    submitter.interrupt();
    expectEquals("the interrupt flag of the submitter", true, submitter.result());
  }

  @Rule(
      value = "N3",
      needs = {Capability.BLOCKS_WHEN_FULL, Capability.BOUNDED_WORKERS},
      check = "How a submission knows that its thread is an own worker.")
  default void anOwnWorkerRunsTheTaskInPlace(Kit kit) {
    TaskExecutor executor = blocking(kit);
    TaskFuture<Boolean> outer =
        executor.submit(() -> {
          executor.submit(() -> {});
          TaskFuture<Thread> inPlace = executor.submit(Thread::currentThread);
          return inPlace.isDone() && inPlace.resultNow() == Thread.currentThread();
        });
    expectDone("a body that meets the full queue of its own executor", outer);
    expectEquals("the second task ran in place", true, outer.resultNow());
  }

  /**
   * One submit asks for the only worker, a second one fills the queue, a third one waits for a
   * place; then there is no worker. Whether their tasks are refused or run later is left open.
   */
  @Rule(
      value = "N3",
      needs = {Capability.BLOCKS_WHEN_FULL, Capability.BOUNDED_WORKERS, Capability.CUSTOM_THREADS},
      check = "Who wakes the blocked submitters when a worker does not come to do it.")
  default void aMissingThreadLeavesNoSubmitBlocked(Kit kit) {
    for (int missing = 1; missing <= 3; missing++) {
      AtomicInteger left = new AtomicInteger(missing);
      Gate gate = kit.gate();
      TaskExecutor executor =
          kit.open(config ->
              config
                  .workers(1)
                  .queueCapacity(1, RejectionPolicy.BLOCK)
                  .threadFactory(body -> {
                    gate.passUninterruptibly();
                    return left.getAndDecrement() > 0
                        ? nothing()
                        : Thread.ofPlatform().daemon().unstarted(body);
                  }));
      Caller<Boolean> first = submitter(kit, "a submit that asks for a thread", executor);
      gate.expectArrival("the factory is asked for a thread");
      Caller<Boolean> second = submitter(kit, "a submit that can be queued", executor);
      expectSoon("it is queued, or blocks", () -> second.isDone() || second.isBlocked());
      Caller<Boolean> third = submitter(kit, "a submit that meets a full queue", executor);
      third.expectBlocked();
      gate.open();
      List.of(first, second, third).forEach(Caller::result);
      left.set(0);
      expectDone("a task for which there is a thread", executor.submit(() -> {}));
    }
  }

  /** The thread that the factory makes may be the only one that could make room. */
  @Rule(
      value = "L32",
      needs = {Capability.BLOCKS_WHEN_FULL, Capability.BOUNDED_WORKERS, Capability.CUSTOM_THREADS},
      check = "Whether a submit waits for a place while its thread is in the thread factory.")
  default void aFactoryThatMeetsAFullQueueDoesNotDeadlock(Kit kit) {
    AtomicReference<TaskExecutor> own = new AtomicReference<>();
    List<TaskFuture<?>> inner = new CopyOnWriteArrayList<>();
    TaskExecutor executor =
        kit.open(config ->
            config
                .workers(1)
                .queueCapacity(1, RejectionPolicy.BLOCK)
                .threadFactory(body -> {
                  inner.addAll(Submissions.untilRefused(own.get(), () -> {}));
                  return Thread.ofPlatform().daemon().unstarted(body);
                }));
    own.set(executor);
    Caller<TaskFuture<String>> submitter =
        kit.call(
            "a submit whose thread factory meets a full queue",
            () -> executor.submit(() -> "outer"));
    expectDone("the outer task", submitter.result());
    inner.forEach(future -> expectDone("a task that the factory submitted", future));
  }

  /** Submits on another thread; the result says whether the task was accepted. */
  private static Caller<Boolean> submitter(Kit kit, String name, TaskExecutor executor) {
    return kit.call(
        name,
        () -> {
          try {
            executor.submit(() -> {});
            return true;
          } catch (RejectedExecutionException refused) {
            return false;
          }
        });
  }

  private static TaskExecutor blocking(Kit kit) {
    return kit.open(config -> config.workers(1).queueCapacity(1, RejectionPolicy.BLOCK));
  }

  @Rule(
      value = "N4",
      needs = {Capability.HELPS_NESTED_JOIN, Capability.BOUNDED_WORKERS},
      check = "Which task a helping worker takes from the queue.")
  default void aHelperRunsOnlyTheTaskItWaitsFor(Kit kit) {
    TaskExecutor executor = kit.open(1);
    AtomicInteger othersRun = new AtomicInteger();
    TaskFuture<Integer> outer =
        executor.submit(() -> {
          for (int i = 0; i < 5; i++) {
            executor.submit(othersRun::incrementAndGet);
          }
          TaskFuture<String> joined = executor.submit(() -> "joined");
          executor.submit(othersRun::incrementAndGet);
          joined.get();
          return othersRun.get();
        });
    expectDone("the outer task", outer);
    expectEquals("the number of other tasks that ran during the join", 0, outer.resultNow());
    expectSoon("the others run afterwards", () -> othersRun.get() == 6);
  }

  @Rule(value = "N5", check = "The last look at the queue between deciding to park and parking.")
  default void noSubmissionIsSleptThrough(Kit kit) {
    kit.require(Capability.SHARED_MEMORY);
    for (int workers = 1; workers <= 2; workers++) {
      TaskExecutor executor = kit.open(workers);
      for (int round = 0; round < 3_000; round++) {
        expectDone("a task that a free worker can run", executor.submit(() -> {}));
      }
    }
  }

  @Rule(
      value = "N5",
      needs = Capability.BOUNDED_WORKERS,
      check = "Whether a woken worker passes the wake-up on while tasks are queued.")
  default void aBurstWakesAllWorkersItNeeds(Kit kit) {
    TaskExecutor executor = kit.open(3);
    for (int round = 0; round < 100; round++) {
      Gate gate = kit.gate();
      for (int i = 0; i < 3; i++) {
        executor.submit(gate::passUninterruptibly);
      }
      gate.expectArrived(3);
      gate.open();
    }
  }
}
