package dev.gauntlet.locking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.locking.Probe.Call;
import dev.gauntlet.locking.Probe.Held;
import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.spi.RejectionPolicy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class BoundedQueueTest {

  @Test
  void freeWorkers_addToTheCapacity() throws Exception {
    for (int round = 0; round < 200; round++) {
      TaskExecutor executor = Probe.open(2, 1, RejectionPolicy.REJECT);
      CountDownLatch release = new CountDownLatch(1);
      for (int i = 0; i < 3; i++) {
        executor.execute(() -> Probe.awaitUninterruptibly(release));
      }
      assertThrows(RejectedExecutionException.class, () -> executor.submit(() -> {}));
      release.countDown();
      Probe.close(executor);
    }
  }

  @Test
  void cancel_freesAPlace_alsoForABlockedSubmitter() throws Exception {
    TaskExecutor executor = Probe.open(1, 2, RejectionPolicy.BLOCK);
    Held held = new Held(executor);
    TaskFuture<?> first = executor.submit(() -> {});
    TaskFuture<?> second = executor.submit(() -> {});
    Call<TaskFuture<String>> blocked = new Call<>(() -> executor.submit(() -> "entered"));
    Probe.untilParked(blocked.thread);
    assertTrue(first.cancel());
    TaskFuture<String> entered = blocked.result();
    assertFalse(second.isDone());
    held.release();
    assertEquals("entered", Probe.get(entered));
    Probe.close(executor);
  }

  @Test
  void blockedSubmitters_enterInTheirOrder() throws Exception {
    TaskExecutor executor = Probe.open(1, 1, RejectionPolicy.BLOCK);
    Held held = new Held(executor);
    List<Integer> ran = Collections.synchronizedList(new ArrayList<>());
    executor.submit(() -> ran.add(0));
    List<Call<TaskFuture<?>>> calls = new ArrayList<>();
    for (int i = 1; i <= 5; i++) {
      int id = i;
      Call<TaskFuture<?>> call = new Call<>(() -> executor.submit(() -> ran.add(id)));
      Probe.untilParked(call.thread);
      calls.add(call);
    }
    held.release();
    for (Call<TaskFuture<?>> call : calls) {
      Probe.get(call.result());
    }
    assertEquals(List.of(0, 1, 2, 3, 4, 5), ran);
    Probe.close(executor);
  }

  @Test
  void interruptedSubmitter_isRejected_andPassesItsTurnOn() throws Exception {
    TaskExecutor executor = Probe.open(1, 1, RejectionPolicy.BLOCK);
    Held held = new Held(executor);
    TaskFuture<?> queued = executor.submit(() -> {});
    AtomicReference<Boolean> flag = new AtomicReference<>();
    Call<Object> first =
        new Call<>(() -> {
          try {
            return executor.submit(() -> "never");
          } finally {
            flag.set(Thread.currentThread().isInterrupted());
          }
        });
    Probe.untilParked(first.thread);
    Call<TaskFuture<String>> second = new Call<>(() -> executor.submit(() -> "second"));
    Probe.untilParked(second.thread);
    first.thread.interrupt();
    ExecutionException thrown = assertThrows(ExecutionException.class, first::result);
    assertTrue(thrown.getCause() instanceof RejectedExecutionException);
    assertTrue(thrown.getCause().getCause() instanceof InterruptedException);
    assertTrue(flag.get());
    assertTrue(queued.cancel());
    TaskFuture<String> entered = second.result();
    held.release();
    assertEquals("second", Probe.get(entered));
    Probe.close(executor);
  }

  @Test
  void interruptedSubmitter_isRejected_whateverItSaysOfItself() throws Exception {
    TaskExecutor executor = Probe.open(1, 1, RejectionPolicy.BLOCK);
    Held held = new Held(executor);
    TaskFuture<?> queued = executor.submit(() -> {});
    FutureTask<Boolean> submission =
        new FutureTask<>(() -> {
          assertThrows(RejectedExecutionException.class, () -> executor.submit(() -> "never"));
          return Thread.interrupted();
        });
    Thread submitter =
        new Thread(submission) {
          @Override
          public boolean isInterrupted() {
            return false;
          }
        };
    submitter.setDaemon(true);
    submitter.start();
    Probe.untilParked(submitter);
    submitter.interrupt();
    assertTrue(submission.get(10, TimeUnit.SECONDS));
    assertTrue(queued.cancel());
    held.release();
    Probe.close(executor);
  }

  @Test
  void submitterInterruptedWhileAPlaceIsFreed_takesItOrPassesItOn() throws Exception {
    for (int round = 0; round < 300; round++) {
      TaskExecutor executor = Probe.open(1, 1, RejectionPolicy.BLOCK);
      Held held = new Held(executor);
      TaskFuture<?> queued = executor.submit(() -> {});
      Call<TaskFuture<String>> first = new Call<>(() -> executor.submit(() -> "first"));
      Probe.untilParked(first.thread);
      Call<TaskFuture<String>> second = new Call<>(() -> executor.submit(() -> "second"));
      Probe.untilParked(second.thread);
      Call<Boolean> cancelling = new Call<>(queued::cancel);
      first.thread.interrupt();
      assertTrue(cancelling.result());
      try {
        assertTrue(first.result().cancel());
      } catch (ExecutionException rejected) {
        assertTrue(rejected.getCause() instanceof RejectedExecutionException);
      }
      assertFalse(second.result().isDone());
      held.release();
      Probe.close(executor);
    }
  }

  @Test
  void placesFreedAtOnce_areAllFilled() throws Exception {
    for (int round = 0; round < 100; round++) {
      TaskExecutor executor = Probe.open(1, 3, RejectionPolicy.BLOCK);
      Held held = new Held(executor);
      List<TaskFuture<?>> queued = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        queued.add(executor.submit(() -> {}));
      }
      List<Call<TaskFuture<?>>> blocked = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        Call<TaskFuture<?>> call = new Call<>(() -> executor.submit(() -> {}));
        Probe.untilParked(call.thread);
        blocked.add(call);
      }
      queued.forEach(TaskFuture::cancel);
      for (Call<TaskFuture<?>> call : blocked) {
        assertFalse(call.result().isDone());
      }
      held.release();
      Probe.close(executor);
    }
  }

  @Test
  void shutdown_releasesBlockedSubmitters() throws Exception {
    TaskExecutor executor = Probe.open(1, 1, RejectionPolicy.BLOCK);
    Held held = new Held(executor);
    TaskFuture<String> queued = executor.submit(() -> "queued");
    List<Call<?>> calls = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Call<?> call = new Call<>(() -> executor.submit(() -> {}));
      Probe.untilParked(call.thread);
      calls.add(call);
    }
    executor.shutdown();
    for (Call<?> call : calls) {
      ExecutionException thrown = assertThrows(ExecutionException.class, call::result);
      assertTrue(thrown.getCause() instanceof RejectedExecutionException);
    }
    held.release();
    assertEquals("queued", Probe.get(queued));
    Probe.close(executor);
  }

  @Test
  void ownWorker_runsInPlace_insteadOfWaiting() throws Exception {
    for (RejectionPolicy policy : List.of(RejectionPolicy.BLOCK, RejectionPolicy.CALLER_RUNS)) {
      TaskExecutor executor = Probe.open(1, 1, policy);
      TaskFuture<Thread> outer =
          executor.submit(() -> {
            executor.submit(() -> {});
            TaskFuture<Thread> inPlace = executor.submit(Thread::currentThread);
            assertTrue(inPlace.isDone());
            return inPlace.get();
          });
      assertSame(Probe.get(executor.submit(Thread::currentThread)), Probe.get(outer));
      Probe.close(executor);
    }
  }

  @Test
  void callerRuns_keepsTheFlagOfTheCaller_andIsAwaited() throws Exception {
    TaskExecutor executor = Probe.open(1, 1, RejectionPolicy.CALLER_RUNS);
    Held held = new Held(executor);
    TaskFuture<?> queued = executor.submit(() -> {});
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    AtomicReference<String> refused = new AtomicReference<>();
    Call<Boolean> caller =
        new Call<>(() -> {
          Thread.currentThread().interrupt();
          TaskFuture<Boolean> future =
              executor.submit(() -> {
                boolean flag = Thread.currentThread().isInterrupted();
                running.countDown();
                Probe.awaitUninterruptibly(release);
                try {
                  executor.close();
                } catch (IllegalStateException expected) {
                  refused.set("refused");
                }
                return flag;
              });
          return future.resultNow() && Thread.currentThread().isInterrupted();
        });
    Probe.await(running);
    assertEquals(1, executor.shutdownNow().size());
    assertTrue(queued.isCancelled());
    held.release();
    assertThrows(RejectedExecutionException.class, () -> executor.submit(() -> {}));
    assertFalse(executor.awaitTermination(1, TimeUnit.MILLISECONDS));
    release.countDown();
    assertTrue(caller.result());
    assertEquals("refused", refused.get());
    Probe.close(executor);
  }

  @Test
  void helping_freesAPlace() throws Exception {
    TaskExecutor executor = Probe.open(1, 1, RejectionPolicy.BLOCK);
    CountDownLatch blockedNow = new CountDownLatch(1);
    AtomicReference<TaskFuture<?>> pending = new AtomicReference<>();
    CountDownLatch queued = new CountDownLatch(1);
    CountDownLatch ran = new CountDownLatch(1);
    TaskFuture<?> outer =
        executor.submit(() -> {
          pending.set(executor.submit(ran::countDown));
          queued.countDown();
          Probe.await(blockedNow);
          pending.get().get();
          return null;
        });
    Probe.await(queued);
    Call<TaskFuture<String>> blocked = new Call<>(() -> executor.submit(() -> "entered"));
    Probe.untilParked(blocked.thread);
    blockedNow.countDown();
    Probe.get(outer);
    assertEquals(0, ran.getCount());
    assertEquals("entered", Probe.get(blocked.result()));
    Probe.close(executor);
  }

  @Test
  void producersAndConsumers_loseNothing() throws Exception {
    for (RejectionPolicy policy : List.of(RejectionPolicy.BLOCK, RejectionPolicy.CALLER_RUNS)) {
      TaskExecutor executor = Probe.open(3, 2, policy);
      List<Call<Integer>> producers = new ArrayList<>();
      for (int p = 0; p < 4; p++) {
        producers.add(
            new Call<>(() -> {
              int sum = 0;
              List<TaskFuture<Integer>> futures = new ArrayList<>();
              for (int i = 0; i < 2_000; i++) {
                TaskFuture<Integer> future = executor.submit(() -> 1);
                if (i % 3 == 0 && future.cancel()) {
                  sum++;
                } else {
                  futures.add(future);
                }
              }
              for (TaskFuture<Integer> future : futures) {
                sum += Probe.get(future);
              }
              return sum;
            }));
      }
      for (Call<Integer> producer : producers) {
        assertEquals(2_000, producer.result());
      }
      Probe.close(executor);
    }
  }

  @Test
  void initializer_thatMeetsAFullQueue_isRefused() throws Exception {
    for (RejectionPolicy policy : RejectionPolicy.values()) {
      AtomicReference<TaskExecutor> pool = new AtomicReference<>();
      CountDownLatch opened = new CountDownLatch(1);
      List<TaskFuture<?>> accepted = Collections.synchronizedList(new ArrayList<>());
      AtomicInteger ranBefore = new AtomicInteger();
      AtomicInteger ran = new AtomicInteger();
      Runnable initializer =
          () -> {
            Probe.awaitUninterruptibly(opened);
            assertThrows(
                RejectedExecutionException.class,
                () -> {
                  while (true) {
                    accepted.add(pool.get().submit(ran::incrementAndGet));
                  }
                });
            ranBefore.set(ran.get());
          };
      pool.set(
          new LockingProvider()
              .open(
                  ExecutorConfig.builder()
                      .workers(1)
                      .queueCapacity(2, policy)
                      .initializer(initializer)
                      .build()));
      TaskFuture<?> first = pool.get().submit(ran::incrementAndGet);
      opened.countDown();
      Probe.get(first);
      Probe.close(pool.get());
      assertEquals(0, ranBefore.get());
      assertEquals(2, accepted.size());
      assertEquals(3, ran.get());
    }
  }

  @Test
  void timedGet_ofAQueuedTask_expires() throws Exception {
    TaskExecutor executor = Probe.open(1, 1, RejectionPolicy.REJECT);
    Held held = new Held(executor);
    TaskFuture<?> queued = executor.submit(() -> {});
    assertThrows(TimeoutException.class, () -> queued.get(1, TimeUnit.MILLISECONDS));
    held.release();
    Probe.get(queued);
    Probe.close(executor);
  }
}
