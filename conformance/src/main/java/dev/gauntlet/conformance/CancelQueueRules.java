package dev.gauntlet.conformance;

import static dev.gauntlet.conformance.Expect.expectCollected;
import static dev.gauntlet.conformance.Expect.expectDone;
import static dev.gauntlet.conformance.Expect.expectEquals;
import static dev.gauntlet.conformance.Expect.expectReturns;
import static dev.gauntlet.conformance.Expect.expectSoon;
import static dev.gauntlet.conformance.Expect.expectThrows;
import static dev.gauntlet.conformance.Expect.expectTrue;

import dev.gauntlet.CompletionIterator;
import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.TaskFutures;
import dev.gauntlet.TaskState;
import dev.gauntlet.spi.Capability;
import dev.gauntlet.spi.RejectionPolicy;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Section C, continued: queued tasks that are cancelled, one by one and all at once. */
public interface CancelQueueRules extends ConformanceRules {

  @Rule(
      value = "C16",
      needs = Capability.BOUNDED_WORKERS,
      check = "Which reference to the body is left when a queued task is cancelled.")
  default void aCancelledQueuedTaskReleasesItsBody(Kit kit) {
    TaskExecutor executor = kit.open(1);
    kit.occupy(executor, 1);
    List<TaskFuture<?>> kept = new ArrayList<>();
    for (CancelForm form : CancelForm.values()) {
      WeakReference<Object> body = submitWeakly(executor, kept);
      executor.submit(() -> {});
      form.on(kept.get(kept.size() - 1));
      expectCollected("the body of a queued task after " + form, body);
    }
    expectTrue("the futures are kept", kept.stream().allMatch(TaskFuture::isCancelled));
  }

  private static WeakReference<Object> submitWeakly(
      TaskExecutor executor, List<TaskFuture<?>> kept) {
    Object captured = new Object();
    kept.add(executor.submit(captured::hashCode));
    return new WeakReference<>(captured);
  }

  @Rule(
      value = "C17",
      needs = Capability.BOUNDED_QUEUE,
      check = "Whether a cancelled entry counts when the queue is found to be full.")
  default void aCancelledTaskFreesItsPlace(Kit kit) {
    for (CancelForm form : CancelForm.values()) {
      TaskExecutor executor = full(kit, RejectionPolicy.REJECT);
      TaskFuture<?> first = executor.submit(() -> {});
      TaskFuture<?> second = executor.submit(() -> {});
      expectThrows(
          "a submit to a full queue",
          RejectedExecutionException.class,
          () -> executor.submit(() -> {}));
      for (TaskFuture<?> queued : List.of(second, first)) {
        form.on(queued);
        TaskFuture<?> next =
            expectReturns(
                "submit after " + form + " of a queued task", () -> executor.submit(() -> {}));
        expectEquals("the task in the freed place", TaskState.PENDING, next.taskState());
      }
      expectThrows(
          "a submit to the queue that is full again",
          RejectedExecutionException.class,
          () -> executor.submit(() -> {}));
    }
  }

  @Rule(
      value = "C17",
      needs = Capability.BOUNDED_QUEUE,
      check = "Whether a cancelled entry counts when CALLER_RUNS finds the queue to be full.")
  default void aCancelledTaskFreesItsPlaceWithCallerRuns(Kit kit) {
    TaskExecutor executor = full(kit, RejectionPolicy.CALLER_RUNS);
    executor.submit(() -> {});
    TaskFuture<?> second = executor.submit(() -> {});
    expectEquals("a second task in the queue", TaskState.PENDING, second.taskState());
    second.cancel();
    expectEquals(
        "a task that is submitted after a queued one was cancelled",
        TaskState.PENDING,
        executor.submit(() -> {}).taskState());
  }

  @Rule(
      value = "C17",
      needs = Capability.BLOCKS_WHEN_FULL,
      check = "Whether a cancelled entry counts when BLOCK finds the queue to be full.")
  default void aCancelledTaskFreesItsPlaceWithBlock(Kit kit) {
    TaskExecutor executor = full(kit, RejectionPolicy.BLOCK);
    executor.submit(() -> {});
    TaskFuture<?> second = executor.submit(() -> {});
    second.cancel();
    kit.call("a submit after a queued task was cancelled", () -> executor.submit(() -> {}))
        .result();
  }

  /** Returns an executor with one worker, which is occupied, and two places in its queue. */
  private static TaskExecutor full(Kit kit, RejectionPolicy policy) {
    kit.require(Capability.BOUNDED_WORKERS);
    TaskExecutor executor = kit.open(config -> config.workers(1).queueCapacity(2, policy));
    kit.occupy(executor, 1);
    return executor;
  }

  @Rule(
      value = "C19",
      needs = Capability.BOUNDED_WORKERS,
      check = "When a task becomes RUNNING: when it is handed on, or when its body starts.")
  default void whatHasNotStartedIsPending(Kit kit) {
    for (int workers = 1; workers <= 2; workers++) {
      TaskExecutor executor = kit.open(workers);
      kit.occupy(executor, workers);
      List<TaskFuture<?>> queued = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        queued.add(executor.submit(() -> {}));
      }
      for (TaskFuture<?> future : queued) {
        expectEquals("the state of a queued task", TaskState.PENDING, future.taskState());
        expectTrue("cancel() of a queued task returns true", future.cancel());
      }
    }
  }

  /** A worker that makes another one for what is queued has not started its own task yet. */
  @Rule(
      value = "C19",
      needs = {Capability.BOUNDED_WORKERS, Capability.CUSTOM_THREADS},
      check = "Whether user code runs between the claim of a task and its body.")
  default void noTaskRunsWhileItsWorkerMakesAThread(Kit kit) {
    for (int round = 0; round < 5; round++) {
      Gate gate = kit.gate();
      AtomicBoolean slow = new AtomicBoolean();
      TaskExecutor executor =
          kit.open(config ->
              config
                  .workers(2)
                  .threadFactory(body -> {
                    if (slow.get()) {
                      gate.passUninterruptibly();
                    }
                    return Thread.ofPlatform().daemon().unstarted(body);
                  }));
      expectDone("the task of the first worker", executor.submit(() -> {}));
      slow.set(true);
      Queue<TaskFuture<?>> accepted = new ConcurrentLinkedQueue<>();
      Caller<Boolean> submitter =
          kit.call(
              "two submits in a row",
              () -> {
                accepted.add(executor.submit(() -> {}));
                return accepted.add(executor.submit(() -> {}));
              });
      expectSoon(
          "a thread is made, or both tasks are done without one",
          () -> gate.arrived() > 0 || (accepted.size() == 2 && allDone(accepted)));
      for (TaskFuture<?> future : accepted) {
        expectSoon(
            "a task is pending or done while a thread is made",
            () -> future.taskState() != TaskState.RUNNING);
      }
      gate.open();
      submitter.result();
    }
  }

  private static boolean allDone(Collection<TaskFuture<?>> futures) {
    return futures.stream().allMatch(TaskFuture::isDone);
  }

  @Rule(
      value = "C20",
      needs = Capability.BOUNDED_WORKERS,
      check = "What shutdown(true) does to a future besides changing its state.")
  default void shutdownReleasesTheWaitersOfWhatItCancels(Kit kit) {
    waitersAreReleased(kit, "shutdown(true)", executor -> executor.shutdown(true));
  }

  @Rule(
      value = "C20",
      needs = Capability.BOUNDED_WORKERS,
      check = "What shutdownNow does to a future besides changing its state.")
  default void shutdownNowReleasesTheWaitersOfWhatItCancels(Kit kit) {
    waitersAreReleased(kit, "shutdownNow()", TaskExecutor::shutdownNow);
  }

  private static void waitersAreReleased(Kit kit, String how, Consumer<TaskExecutor> ending) {
    TaskExecutor executor = kit.open(1);
    kit.occupy(executor, 1);
    TaskFuture<?> future = executor.submit(() -> {});
    List<Caller<?>> waiters = new ArrayList<>();
    for (Retrieval retrieval : Retrieval.values()) {
      waiters.add(
          kit.call(
              retrieval + " after " + how,
              () -> retrieval.expectCancelled(future, RetrievalWaitRules.LONG)));
    }
    waiters.add(kit.call("await() after " + how, () -> TaskFutures.await(List.of(future))));
    waiters.add(kit.call("asCompleted() after " + how, () -> nextCompleted(future)));
    waiters.forEach(Caller::expectBlocked);
    ending.accept(executor);
    waiters.forEach(Caller::result);
  }

  private static TaskFuture<?> nextCompleted(TaskFuture<?> future) {
    try (CompletionIterator<TaskFuture<?>> iterator = TaskFutures.asCompleted(List.of(future))) {
      return iterator.next();
    }
  }

  @Rule(
      value = "C20",
      needs = Capability.BOUNDED_WORKERS,
      check = "What invokeAll does at its deadline to a task that has not started.")
  default void invokeAllReleasesTheWaitersOfWhatItCancels(Kit kit) throws Exception {
    TaskExecutor executor = kit.open(1);
    kit.occupy(executor, 1);
    Callable<String> task = () -> "value";
    List<Future<String>> futures =
        executor.invokeAll(List.of(task, task), 1, TimeUnit.MILLISECONDS);
    for (Future<String> future : futures) {
      TaskFuture<?> cancelled = (TaskFuture<?>) future;
      kit.call(
              "get() of a task that invokeAll has cancelled",
              () -> Retrieval.GET.expectCancelled(cancelled, Limits.SIGNAL))
          .result();
    }
  }

  @Rule(
      value = "C21",
      needs = Capability.BOUNDED_WORKERS,
      check = "What each cancel does to the queue and to the futures behind it.")
  default void aHundredThousandTasksAreCancelledOneByOne(Kit kit) {
    massCancel(kit, (executor, futures) -> futures.forEach(TaskFuture::cancel));
  }

  @Rule(
      value = "C21",
      needs = Capability.BOUNDED_WORKERS,
      check = "How shutdown(true) goes through the queue.")
  default void aHundredThousandTasksAreCancelledByShutdown(Kit kit) {
    massCancel(kit, (executor, futures) -> executor.shutdown(true));
  }

  private static void massCancel(Kit kit, BiConsumer<TaskExecutor, List<TaskFuture<?>>> cancel) {
    TaskExecutor executor = kit.subject(kit.open(1));
    Gate gate = kit.occupy(executor, 1);
    List<TaskFuture<?>> futures = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      futures.add(executor.submit(() -> {}));
    }
    try {
      cancel.accept(executor, futures);
    } catch (StackOverflowError deep) {
      throw new Violation("the stack of the canceller does not grow", "it overflowed", deep);
    }
    expectEquals(
        "the number of tasks that are not cancelled",
        0L,
        futures.stream().filter(future -> !future.isCancelled()).count());
    gate.open();
  }
}
