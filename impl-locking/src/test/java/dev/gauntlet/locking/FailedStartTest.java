package dev.gauntlet.locking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.spi.RejectionPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What a worker that could not be started leaves to others. */
class FailedStartTest {
  private final AtomicReference<TaskExecutor> pool = new AtomicReference<>();

  @Test
  void tasksRefusedForIt_makeRoomForBlockedSubmitters() throws Exception {
    CountDownLatch starting = new CountDownLatch(1);
    CountDownLatch gate = new CountDownLatch(1);
    AtomicInteger threads = new AtomicInteger();
    TaskExecutor executor =
        new LockingProvider()
            .open(
                ExecutorConfig.builder()
                    .workers(1)
                    .queueCapacity(1, RejectionPolicy.BLOCK)
                    .threadFactory(worker -> {
                      starting.countDown();
                      Probe.awaitUninterruptibly(gate);
                      return threads.incrementAndGet() <= 2 ? null : new Thread(worker);
                    })
                    .build());
    Probe.Call<TaskFuture<String>> first = new Probe.Call<>(() -> executor.submit(() -> "first"));
    Probe.await(starting);
    TaskFuture<String> queued = executor.submit(() -> "queued");
    Probe.Call<TaskFuture<String>> blocked =
        new Probe.Call<>(() -> executor.submit(() -> "blocked"));
    Probe.untilParked(blocked.thread);
    gate.countDown();
    assertThrows(ExecutionException.class, first::result);
    assertThrows(ExecutionException.class, () -> Probe.get(queued));
    assertEquals("blocked", Probe.get(blocked.result()));
    Probe.close(executor);
  }

  /** The worker that is started for the rest is held in its initializer: it takes nothing yet. */
  @Test
  void theNextWorker_makesRoomForABlockedSubmitter_onceItIsStarted() throws Exception {
    CountDownLatch starting = new CountDownLatch(1);
    CountDownLatch gate = new CountDownLatch(1);
    CountDownLatch ready = new CountDownLatch(1);
    AtomicInteger threads = new AtomicInteger();
    TaskExecutor executor =
        new LockingProvider()
            .open(
                ExecutorConfig.builder()
                    .workers(1)
                    .queueCapacity(1, RejectionPolicy.BLOCK)
                    .initializer(() -> Probe.awaitUninterruptibly(ready))
                    .threadFactory(worker -> {
                      starting.countDown();
                      Probe.awaitUninterruptibly(gate);
                      return threads.incrementAndGet() == 1 ? null : new Thread(worker);
                    })
                    .build());
    Probe.Call<TaskFuture<String>> refused =
        new Probe.Call<>(() -> executor.submit(() -> "refused"));
    Probe.await(starting);
    TaskFuture<String> queued = executor.submit(() -> "queued");
    Probe.Call<TaskFuture<String>> blocked =
        new Probe.Call<>(() -> executor.submit(() -> "blocked"));
    Probe.untilParked(blocked.thread);
    gate.countDown();
    TaskFuture<String> entered = blocked.result();
    ready.countDown();
    assertThrows(ExecutionException.class, refused::result);
    assertEquals("queued", Probe.get(queued));
    assertEquals("blocked", Probe.get(entered));
    Probe.close(executor);
  }

  @Test
  void callbacksOfRefusedTasks_runWhenNoTaskIsLeftToNobody() throws Exception {
    List<TaskFuture<?>> queued = new ArrayList<>();
    AtomicReference<Boolean> secondWasDone = new AtomicReference<>();
    pool.set(
        openWithOneWorker(call -> {
          if (call == 1) {
            queued.add(pool.get().submit(() -> {}));
            queued.add(pool.get().submit(() -> {}));
            queued.get(0).addDoneCallback(first -> secondWasDone.set(queued.get(1).isDone()));
          }
        }));
    assertThrows(RejectedExecutionException.class, () -> pool.get().submit(() -> {}));
    assertEquals(true, secondWasDone.get());
    Probe.close(pool.get());
  }

  @Test
  void waitersForARefusedTask_areReleasedBeforeTheNextAttempt() throws Exception {
    AtomicReference<Probe.Call<?>> waiting = new AtomicReference<>();
    AtomicReference<Object> seen = new AtomicReference<>();
    pool.set(
        openWithOneWorker(call -> {
          if (call == 1) {
            TaskFuture<?> first = pool.get().submit(() -> {});
            TaskFuture<?> second = pool.get().submit(() -> {});
            waiting.set(new Probe.Call<>(first::exception));
            Probe.untilParked(waiting.get().thread);
            assertFalse(second.isDone());
          } else if (call == 3) {
            seen.set(waiting.get().result());
          }
        }));
    assertThrows(RejectedExecutionException.class, () -> pool.get().submit(() -> {}));
    assertTrue(seen.get() instanceof RejectedExecutionException);
    Probe.close(pool.get());
  }

  @Test
  void aFactoryThatSubmitsAndFails_isCalledOnceForEachTaskThatWaitsForIt() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    List<TaskFuture<?>> queued = new ArrayList<>();
    pool.set(
        openWithOneWorker(call -> {
          calls.set(call);
          if (call < 100) {
            queued.add(pool.get().submit(() -> {}));
          }
        }));
    assertThrows(RejectedExecutionException.class, () -> pool.get().submit(() -> {}));
    assertEquals(2, calls.get());
    for (TaskFuture<?> future : queued) {
      assertTrue(future.exceptionNow() instanceof RejectedExecutionException);
    }
    Probe.close(pool.get());
  }

  /** The first start that succeeds makes up for the one that did not (L16). */
  @Test
  void theNextStart_isMadeForTheTaskBeforeAsWell() throws Exception {
    AtomicInteger threads = new AtomicInteger();
    TaskExecutor executor =
        new LockingProvider()
            .open(
                ExecutorConfig.builder()
                    .workers(3)
                    .threadFactory(
                        worker -> threads.incrementAndGet() == 2 ? null : new Thread(worker))
                    .build());
    CyclicBarrier together = new CyclicBarrier(3);
    List<TaskFuture<Integer>> futures = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      futures.add(executor.submit(() -> together.await(20, TimeUnit.SECONDS)));
    }
    for (TaskFuture<Integer> future : futures) {
      assertTrue(Probe.get(future) < 3);
    }
    Probe.close(executor);
  }

  /** What a thread factory that makes no threads does at its n-th call, counted from 1. */
  private interface Attempt {
    void call(int n) throws Exception;
  }

  private static TaskExecutor openWithOneWorker(Attempt attempt) {
    AtomicInteger calls = new AtomicInteger();
    return new LockingProvider()
        .open(
            ExecutorConfig.builder()
                .workers(1)
                .threadFactory(worker -> {
                  try {
                    attempt.call(calls.incrementAndGet());
                  } catch (Exception failure) {
                    throw new AssertionError(failure);
                  }
                  return null;
                })
                .build());
  }
}
