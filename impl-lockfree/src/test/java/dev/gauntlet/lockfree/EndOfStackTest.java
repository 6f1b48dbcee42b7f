package dev.gauntlet.lockfree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.lockfree.Probe.Call;
import dev.gauntlet.lockfree.Probe.Held;
import dev.gauntlet.spi.RejectionPolicy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * The stack may end at any call: whoever comes there gets the error, and nobody else pays for it.
 * Each round goes down to the end of a small stack and takes the step on the way back, from every
 * frame, until it succeeds for the first time; so it is cut short at one place after the other.
 */
class EndOfStackTest {
  private static final int ROUNDS = 3;
  private static final long STACK_SIZE = 200 * 1024;

  private interface Step {

    /** Returns whether to go on. */
    boolean take() throws Exception;
  }

  private static boolean fromEveryFrame(Step step) throws Exception {
    boolean goesOn = true;
    try {
      goesOn = fromEveryFrame(step);
    } catch (StackOverflowError end) {
      // There is more room one frame up.
    }
    return goesOn && step.take();
  }

  /** Starts some frames further down in each round, so that the end meets other calls. */
  private static void fromEveryFrame(int skew, Step step) throws Exception {
    if (skew > 0) {
      fromEveryFrame(skew - 1, step);
    } else {
      boolean unused = fromEveryFrame(step);
    }
  }

  private static void onSmallStack(int skew, Step step) throws Exception {
    List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
    Thread thread =
        new Thread(
            null,
            () -> {
              try {
                fromEveryFrame(skew, step);
              } catch (Throwable failure) {
                failures.add(failure);
              }
            },
            "small",
            STACK_SIZE);
    thread.setDaemon(true);
    thread.start();
    Probe.until("the caller returns", () -> !thread.isAlive());
    assertEquals(List.of(), failures);
  }

  private static void checkUsable(TaskExecutor executor) throws Exception {
    assertEquals(1, Probe.get(executor.submit(() -> 1)));
    Probe.close(executor);
  }

  @Test
  void inAHire_leavesThePoolUsable() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      TaskExecutor executor = Probe.open(1);
      onSmallStack(
          round,
          () -> {
            try {
              executor.execute(() -> {});
              return false;
            } catch (RejectedExecutionException noThread) {
              assertInstanceOf(StackOverflowError.class, noThread.getCause());
              return true;
            }
          });
      checkUsable(executor);
    }
  }

  /** The one worker waits for the task, and nobody else would start a second one. */
  @Test
  void inAHire_besidesABusyWorker_strandsNoTask() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      TaskExecutor executor = Probe.open(2);
      Held held = new Held(executor);
      List<TaskFuture<?>> accepted = Collections.synchronizedList(new ArrayList<>());
      onSmallStack(
          round,
          () -> {
            try {
              accepted.add(executor.submit(() -> {}));
              return false;
            } catch (RejectedExecutionException noThread) {
              return true;
            }
          });
      for (TaskFuture<?> task : accepted) {
        assertNull(
            task.get(Probe.LIMIT_SECONDS / 3, TimeUnit.SECONDS)); // before the held body ends
      }
      held.release();
      checkUsable(executor);
    }
  }

  @Test
  void inAWakeUp_leavesThePoolUsable() throws Exception {
    for (int round = 0; round < 8 * ROUNDS; round++) {
      TaskExecutor executor = Probe.open(1);
      Probe.untilParked(Probe.get(executor.submit(Thread::currentThread)));
      onSmallStack(
          round,
          () -> {
            executor.execute(() -> {});
            return false;
          });
      checkUsable(executor);
    }
  }

  /** What a submission leaves behind whose stack ends before the worker is unparked. */
  @Test
  void inAWakeUp_leavesNobodyAsleepWhoIsToEnd() throws Exception {
    TaskExecutor executor = Probe.open(1);
    Probe.untilParked(Probe.get(executor.submit(Thread::currentThread)));
    LockFreePool pool = Probe.poolOf(executor);
    Worker woken = pool.idle().tryPop(pool.idle().ctl());
    woken.wake = Worker.WOKEN_WITH_TOKEN;
    Probe.set(pool, LockFreePool.class, "unwoken", woken);
    Probe.close(executor);
  }

  /** What a submission leaves behind whose stack ends before anybody is woken. */
  @Test
  void inASubmit_thatTakesTheLastPlace_leavesTheQueueMoving() throws Exception {
    TaskExecutor executor = Probe.open(1, 1, RejectionPolicy.REJECT);
    Probe.untilParked(Probe.get(executor.submit(Thread::currentThread)));
    LockFreePool pool = Probe.poolOf(executor);
    assertTrue(((SubmissionGate) Probe.field(pool, LockFreePool.class, "places")).tryTake());
    assertTrue(pool.queue().offer(new RunnableTask<>(pool, () -> {})));
    Probe.until("there is a place", () -> isAccepted(executor));
    Probe.close(executor);
  }

  private static boolean isAccepted(TaskExecutor executor) {
    try {
      executor.execute(() -> {});
      return true;
    } catch (RejectedExecutionException full) {
      return false;
    }
  }

  @Test
  void inACancel_leavesTheWorkerFreeAndTheWaitersTold() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      TaskExecutor executor = Probe.open(1);
      Held held = new Held(executor);
      Call<Throwable> waiting =
          new Call<>(() -> {
            try {
              return new AssertionError(held.future.get());
            } catch (Exception cancelled) {
              return cancelled;
            }
          });
      Probe.untilParked(waiting.thread);
      onSmallStack(
          round,
          () -> {
            held.future.cancel(/* mayInterruptIfRunning= */ true);
            return false;
          });
      assertTrue(held.future.isCancelled());
      assertInstanceOf(CancellationException.class, waiting.result());
      held.release();
      checkUsable(executor);
    }
  }

  private static void checkThatNoPlaceIsLost(TaskExecutor executor, Held held) throws Exception {
    held.release();
    LockFreePool pool = Probe.poolOf(executor);
    Probe.until("the workers empty the queue", () -> !pool.queue().hasPending());
    Probe.untilParked(held.worker);
    checkUsable(executor);
  }

  @Test
  void inABoundedSubmit_losesNoPlace() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      TaskExecutor executor = Probe.open(1, 1, RejectionPolicy.REJECT);
      Held held = new Held(executor);
      onSmallStack(
          round,
          () -> {
            try {
              executor.execute(() -> {});
            } catch (RejectedExecutionException full) {
              return false;
            }
            return false;
          });
      checkThatNoPlaceIsLost(executor, held);
    }
  }

  /** A second worker would have to be hired, and the task is taken back. */
  @Test
  void inABoundedSubmit_besidesABusyWorker_losesNoPlace() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      TaskExecutor executor = Probe.open(2, 1, RejectionPolicy.REJECT);
      Held held = new Held(executor);
      onSmallStack(
          round,
          () -> {
            try {
              executor.execute(() -> {});
              return false;
            } catch (RejectedExecutionException refused) {
              return refused.getCause() instanceof StackOverflowError;
            }
          });
      checkThatNoPlaceIsLost(executor, held);
    }
  }

  @Test
  void inAShutdown_leavesNoWorkerAsleep() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      TaskExecutor executor = Probe.open(1);
      Thread worker = Probe.get(executor.submit(Thread::currentThread));
      Probe.untilParked(worker);
      onSmallStack(
          round,
          () -> {
            executor.shutdownNow();
            return false;
          });
      Probe.until("the worker ends", () -> !worker.isAlive());
      assertTrue(executor.isTerminated());
    }
  }

  @Test
  void inAGuest_leavesNobodyBehind() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      TaskExecutor executor = Probe.open(1, 1, RejectionPolicy.CALLER_RUNS);
      Held held = new Held(executor);
      executor.execute(() -> {});
      onSmallStack(
          round,
          () -> {
            executor.execute(() -> {});
            return false;
          });
      held.release();
      checkUsable(executor);
    }
  }

  /**
   * More tasks than one are helped, and cut short, on the way. A callback that meets the end of the
   * stack itself, before it could count, has failed, and is reported; where the handler meets the
   * end as well, nobody counts. From further up, where most tasks are helped, there is room.
   */
  @Test
  void inAHelpedTask_leavesItDoneAndItsCallbacksRun() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      int skew = round;
      AtomicInteger reported = new AtomicInteger();
      TaskExecutor executor =
          Probe.open(config ->
              config
                  .workers(1)
                  .threadFactory(body -> new Thread(null, body, "small", STACK_SIZE))
                  .callbackFailureHandler((future, failure) -> reported.incrementAndGet()));
      int[] called = new int[1];
      List<TaskFuture<Integer>> helped = Collections.synchronizedList(new ArrayList<>());
      TaskFuture<?> root =
          executor.submit(() -> {
            for (int i = 0; i < 60; i++) {
              helped.add(executor.submit(() -> 1));
              helped.get(i).addDoneCallback(done -> called[0]++);
            }
            AtomicInteger next = new AtomicInteger();
            fromEveryFrame(
                skew,
                () -> {
                  int i = next.getAndIncrement();
                  if (i == helped.size()) {
                    return false;
                  }
                  helped.get(i).exception();
                  return true;
                });
            return null;
          });
      Probe.get(root);
      checkUsable(executor);
      helped.forEach(future -> assertTrue(future.isDone(), future::toString));
      int counted = called[0] + reported.get();
      assertTrue(counted > helped.size() / 2, () -> counted + " of " + helped.size());
      assertTrue(counted <= helped.size(), () -> counted + " of " + helped.size());
    }
  }
}
