package dev.gauntlet.locking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.TaskState;
import dev.gauntlet.locking.Probe.Call;
import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.spi.RejectionPolicy;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class WorkerTest {

  private static TaskExecutor open(int workers, ThreadFactory factory) {
    return new LockingProvider()
        .open(ExecutorConfig.builder().workers(workers).threadFactory(factory).build());
  }

  @Test
  void burst_wakesAsManyWorkersAsItNeeds() throws Exception {
    int workers = 4;
    List<Thread> threads = Collections.synchronizedList(new ArrayList<>());
    TaskExecutor executor =
        open(
            workers,
            body -> {
              Thread thread = new Thread(body);
              threads.add(thread);
              return thread;
            });
    for (int round = 0; round < 200; round++) {
      CountDownLatch allRun = new CountDownLatch(workers);
      List<TaskFuture<?>> futures = new ArrayList<>();
      for (int i = 0; i < workers; i++) {
        futures.add(
            executor.submit(() -> {
              allRun.countDown();
              Probe.await(allRun);
              return null;
            }));
      }
      for (TaskFuture<?> future : futures) {
        Probe.get(future);
      }
      if (round % 2 == 0) {
        threads.forEach(Probe::untilParked);
      }
    }
    assertEquals(workers, threads.size());
    Probe.close(executor);
  }

  @Test
  void anIdleWorker_isUsedBeforeAnotherIsStarted() throws Exception {
    AtomicInteger started = new AtomicInteger();
    TaskExecutor executor =
        open(
            4,
            body -> {
              started.incrementAndGet();
              return new Thread(body);
            });
    Thread first = Probe.get(executor.submit(Thread::currentThread));
    for (int i = 0; i < 50; i++) {
      Probe.untilParked(first);
      assertSame(first, Probe.get(executor.submit(Thread::currentThread)));
    }
    assertEquals(1, started.get());
    Probe.close(executor);
  }

  @Test
  void failedStart_refusesAlsoWhatWasQueuedMeanwhile() throws Exception {
    CountDownLatch inFactory = new CountDownLatch(1);
    CountDownLatch proceed = new CountDownLatch(1);
    AtomicInteger attempts = new AtomicInteger();
    IllegalStateException cause = new IllegalStateException("no thread, on purpose");
    TaskExecutor executor =
        open(
            1,
            body -> {
              attempts.incrementAndGet();
              inFactory.countDown();
              Probe.awaitUninterruptibly(proceed);
              throw cause;
            });
    Call<?> first = new Call<>(() -> executor.submit(() -> {}));
    Probe.await(inFactory);
    TaskFuture<?> second = executor.submit(() -> {});
    assertEquals(TaskState.PENDING, second.taskState());
    proceed.countDown();
    ExecutionException thrown = assertThrows(ExecutionException.class, first::result);
    assertTrue(thrown.getCause() instanceof RejectedExecutionException);
    assertSame(cause, thrown.getCause().getCause());
    assertTrue(second.exception() instanceof RejectedExecutionException);
    assertSame(cause, second.exception().getCause());
    assertEquals(2, attempts.get());
    Probe.close(executor);
  }

  @Test
  void failedStart_isFollowedByAnAttemptForTheRest() throws Exception {
    CountDownLatch inFactory = new CountDownLatch(1);
    CountDownLatch proceed = new CountDownLatch(1);
    TaskExecutor executor =
        open(
            1,
            body -> {
              if (inFactory.getCount() > 0) {
                inFactory.countDown();
                Probe.awaitUninterruptibly(proceed);
                return null;
              }
              return new Thread(body);
            });
    Call<?> first = new Call<>(() -> executor.submit(() -> {}));
    Probe.await(inFactory);
    TaskFuture<String> second = executor.submit(() -> "second");
    proceed.countDown();
    assertThrows(ExecutionException.class, first::result);
    assertEquals("second", Probe.get(second));
    Probe.close(executor);
  }

  @Test
  void failedStart_withALiveWorker_keepsTheTask_withinTheCapacity() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    TaskExecutor executor =
        new LockingProvider()
            .open(
                ExecutorConfig.builder()
                    .workers(3)
                    .queueCapacity(2, RejectionPolicy.REJECT)
                    .threadFactory(body -> calls.getAndIncrement() == 0 ? new Thread(body) : null)
                    .build());
    Probe.Held held = new Probe.Held(executor);
    TaskFuture<String> second = executor.submit(() -> "second");
    TaskFuture<String> third = executor.submit(() -> "third");
    assertThrows(RejectedExecutionException.class, () -> executor.submit(() -> "fourth"));
    held.release();
    assertEquals("second", Probe.get(second));
    assertEquals("third", Probe.get(third));
    Probe.close(executor);
  }

  @Test
  void aThreadThatTheFactoryStarted_runsNothing() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    AtomicReference<Thread> started = new AtomicReference<>();
    TaskExecutor executor =
        open(
            1,
            body -> {
              Thread thread = new Thread(body);
              if (calls.getAndIncrement() == 0) {
                started.set(thread);
                thread.start();
                Probe.until(
                    "the thread has seen that it is not wanted",
                    () ->
                        thread.getState() == Thread.State.TERMINATED
                            || thread.getState() == Thread.State.WAITING);
              }
              return thread;
            });
    AtomicInteger ran = new AtomicInteger();
    RejectedExecutionException thrown =
        assertThrows(RejectedExecutionException.class, () -> executor.submit(ran::incrementAndGet));
    assertTrue(thrown.getCause() instanceof IllegalThreadStateException);
    started.get().join();
    assertEquals(0, ran.get());
    assertEquals("later", Probe.get(executor.submit(() -> "later")));
    Probe.close(executor);
  }

  @Test
  void aFactoryThatSubmits_doesNotDeadlock() throws Exception {
    AtomicReference<TaskExecutor> pool = new AtomicReference<>();
    List<TaskFuture<?>> nested = Collections.synchronizedList(new ArrayList<>());
    pool.set(
        open(
            3,
            body -> {
              nested.add(pool.get().submit(() -> {}));
              return new Thread(body);
            }));
    Probe.get(pool.get().submit(() -> {}));
    for (TaskFuture<?> future : nested) {
      Probe.get(future);
    }
    assertTrue(nested.size() >= 1 && nested.size() <= 3);
    Probe.close(pool.get());
  }

  @Test
  void executedRunnableThatThrows_reachesTheHandlerOnce_andCostsNoWorker() throws Exception {
    List<Throwable> uncaught = Collections.synchronizedList(new ArrayList<>());
    TaskExecutor executor =
        open(
            1,
            body -> {
              Thread thread = new Thread(body);
              thread.setUncaughtExceptionHandler((dead, failure) -> {
                uncaught.add(failure);
                throw new IllegalStateException("handler, on purpose");
              });
              return thread;
            });
    Error failure = new Error("on purpose");
    for (int i = 0; i < 3; i++) {
      executor.execute(() -> {
        throw failure;
      });
    }
    Throwable submitted =
        executor
            .submit(() -> {
              throw failure;
            })
            .exception();
    assertSame(failure, submitted);
    assertEquals(List.of(failure, failure, failure), uncaught);
    Probe.close(executor);
  }

  @Test
  void flagLeftByAnUncaughtExceptionHandler_isGoneInTheNextBody() throws Exception {
    TaskExecutor executor =
        open(
            1,
            body -> {
              Thread thread = new Thread(body);
              thread.setUncaughtExceptionHandler((dead, failure) -> dead.interrupt());
              return thread;
            });
    executor.execute(() -> {
      throw new IllegalStateException("on purpose");
    });
    assertFalse(Probe.get(executor.submit(() -> Thread.currentThread().isInterrupted())));
    Probe.close(executor);
  }

  @Test
  void anUnreachableExecutor_finishesItsTasks_andItsWorkersEnd() throws Exception {
    List<Thread> threads = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch release = new CountDownLatch(1);
    AtomicInteger ran = new AtomicInteger();
    WeakReference<TaskExecutor> executor = abandon(threads, release, ran);
    Probe.untilCollected("the executor", executor);
    release.countDown();
    for (Thread thread : threads) {
      Probe.until(thread + " ends", () -> !thread.isAlive());
    }
    assertEquals(10, ran.get());
    assertEquals(2, threads.size());
  }

  private static WeakReference<TaskExecutor> abandon(
      List<Thread> threads, CountDownLatch release, AtomicInteger ran) {
    TaskExecutor executor =
        open(
            2,
            body -> {
              Thread thread = new Thread(body);
              threads.add(thread);
              return thread;
            });
    for (int i = 0; i < 10; i++) {
      executor.execute(() -> {
        Probe.awaitUninterruptibly(release);
        ran.incrementAndGet();
      });
    }
    return new WeakReference<>(executor);
  }

  @Test
  void threadsOfVirtualFactories_work() throws Exception {
    TaskExecutor executor = open(2, Thread.ofVirtual().factory());
    List<TaskFuture<Boolean>> futures = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      futures.add(executor.submit(() -> Thread.currentThread().isVirtual()));
    }
    for (TaskFuture<Boolean> future : futures) {
      assertTrue(Probe.get(future));
    }
    assertFalse(executor.isTerminated());
    Probe.close(executor);
  }
}
