package dev.gauntlet.lockfree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.lockfree.Probe.Call;
import dev.gauntlet.spi.RejectionPolicy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What a hire that fails leaves to others: nothing. */
class FailedHireTest {

  private static TaskExecutor open(int workers, ThreadFactory factory) {
    return Probe.open(config -> config.workers(workers).threadFactory(factory));
  }

  @Test
  void failedStart_leavesNothingBehind() throws Exception {
    OutOfMemoryError noThread = new OutOfMemoryError("unable to create native thread");
    AtomicBoolean fails = new AtomicBoolean(true);
    AtomicInteger ghosts = new AtomicInteger();
    TaskExecutor executor =
        open(
            2,
            body ->
                new Thread(body) {
                  @Override
                  public void start() {
                    if (fails.get()) {
                      throw noThread;
                    }
                    super.start();
                  }
                });
    var refusal =
        assertThrows(
            RejectedExecutionException.class, () -> executor.submit(ghosts::incrementAndGet));
    assertSame(noThread, refusal.getCause());
    LockFreePool pool = Probe.poolOf(executor);
    assertEquals(0, pool.census().live());
    assertFalse(pool.queue().hasPending());
    fails.set(false);
    assertEquals(3, Probe.get(executor.submit(() -> 3)));
    Probe.close(executor);
    assertEquals(0, ghosts.get());
  }

  /** A factory that starts the thread itself gets no worker out of it. */
  @Test
  void startedThread_neverBecomesAWorker() throws Exception {
    List<Thread> started = new ArrayList<>();
    AtomicBoolean starts = new AtomicBoolean(true);
    TaskExecutor executor =
        open(
            1,
            body -> {
              Thread thread = new Thread(body);
              if (starts.get()) {
                thread.start();
                started.add(thread);
              }
              return thread;
            });
    var refusal = assertThrows(RejectedExecutionException.class, () -> executor.submit(() -> {}));
    assertInstanceOf(IllegalThreadStateException.class, refusal.getCause());
    started.get(0).join();
    starts.set(false);
    assertEquals(1, Probe.get(executor.submit(() -> 1)));
    Probe.close(executor);
  }

  /** Not even if its body begins only when the submission has been refused. */
  @Test
  void startedThread_thatBeginsLateNeverBecomesAWorker() throws Exception {
    CountDownLatch refused = new CountDownLatch(1);
    AtomicReference<Thread> started = new AtomicReference<>();
    TaskExecutor executor =
        open(
            1,
            body -> {
              Thread thread =
                  new Thread(() -> {
                    Probe.awaitUninterruptibly(refused);
                    body.run();
                  });
              if (started.compareAndSet(null, thread)) {
                thread.start();
              }
              return thread;
            });
    assertThrows(RejectedExecutionException.class, () -> executor.submit(() -> {}));
    refused.countDown();
    started.get().join();
    assertEquals(0, Probe.poolOf(executor).census().live());
    assertEquals(1, Probe.get(executor.submit(() -> 1)));
    Probe.close(executor);
  }

  /** Who relied on a hire that fails is not left in the queue. */
  @Test
  void taskThatReliedOnAFailedHire_isRefused() throws Exception {
    CountDownLatch inFactory = new CountDownLatch(1);
    CountDownLatch relied = new CountDownLatch(1);
    IllegalStateException none = new IllegalStateException("no more threads");
    TaskExecutor executor =
        open(
            1,
            body -> {
              inFactory.countDown();
              Probe.awaitUninterruptibly(relied);
              throw none;
            });
    Call<RejectedExecutionException> hiring =
        new Call<>(
            () -> assertThrows(RejectedExecutionException.class, () -> executor.submit(() -> 1)));
    Probe.await(inFactory);
    TaskFuture<Integer> relying = executor.submit(() -> 2);
    assertFalse(relying.isDone());
    relied.countDown();
    assertSame(none, hiring.result().getCause());
    Throwable failure = relying.exception(java.time.Duration.ofSeconds(30));
    assertSame(none, assertInstanceOf(RejectedExecutionException.class, failure).getCause());
    Probe.close(executor);
  }

  /** And if a thread can be had for it after all, it runs. */
  @Test
  void taskThatReliedOnAFailedHire_runsIfTheNextOneSucceeds() throws Exception {
    CountDownLatch inFactory = new CountDownLatch(1);
    CountDownLatch relied = new CountDownLatch(1);
    AtomicInteger calls = new AtomicInteger();
    TaskExecutor executor =
        open(
            1,
            body -> {
              if (calls.getAndIncrement() > 0) {
                return new Thread(body);
              }
              inFactory.countDown();
              Probe.awaitUninterruptibly(relied);
              return null;
            });
    Call<RejectedExecutionException> hiring =
        new Call<>(
            () -> assertThrows(RejectedExecutionException.class, () -> executor.submit(() -> 1)));
    Probe.await(inFactory);
    TaskFuture<Integer> relying = executor.submit(() -> 2);
    relied.countDown();
    assertNotNull(hiring.result().getCause());
    assertEquals(2, Probe.get(relying));
    Probe.close(executor);
  }

  /** A task that is being refused keeps its pool from terminating until its future is done. */
  @Test
  void refusal_isOverBeforeThePoolTerminates() throws Exception {
    CountDownLatch inFactory = new CountDownLatch(1);
    CountDownLatch relied = new CountDownLatch(1);
    TaskExecutor executor =
        open(
            1,
            body -> {
              inFactory.countDown();
              Probe.awaitUninterruptibly(relied);
              return null;
            });
    Call<RejectedExecutionException> hiring =
        new Call<>(
            () -> assertThrows(RejectedExecutionException.class, () -> executor.submit(() -> 1)));
    Probe.await(inFactory);
    LockFreeFuture<Integer> relying = (LockFreeFuture<Integer>) executor.submit(() -> 2);
    List<Boolean> terminated = Collections.synchronizedList(new ArrayList<>());
    relying.addWaiter(refused -> {
      executor.shutdown();
      terminated.add(executor.isTerminated());
    });
    relied.countDown();
    assertNotNull(hiring.result());
    Probe.close(executor);
    assertEquals(List.of(false), terminated);
  }

  /** Who finds the queue full hires for what is there, and may be the last to count. */
  @Test
  void hireForAFullQueue_thatFailsAfterAShutdown_endsThePool() throws Exception {
    AtomicReference<TaskExecutor> opened = new AtomicReference<>();
    TaskExecutor executor =
        Probe.open(config ->
            config
                .workers(1)
                .queueCapacity(1, RejectionPolicy.REJECT)
                .threadFactory(body -> {
                  opened.get().shutdown();
                  return null;
                }));
    opened.set(executor);
    LockFreePool pool = Probe.poolOf(executor);
    assertTrue(((SubmissionGate) Probe.field(pool, LockFreePool.class, "places")).tryTake());
    assertTrue(pool.queue().offer(new Command(() -> {})), "offered, and nobody is told yet");
    assertThrows(RejectedExecutionException.class, () -> executor.submit(() -> {}));
    assertTrue(executor.awaitTermination(Probe.LIMIT_SECONDS, TimeUnit.SECONDS));
  }

  /** Each call of the factory brings in a task, which is no reason to go on calling it. */
  @Test
  void factoryThatSubmitsAndFails_isNotCalledForEver() throws Exception {
    List<TaskFuture<Integer>> nested = Collections.synchronizedList(new ArrayList<>());
    TaskExecutor[] self = new TaskExecutor[1];
    self[0] =
        open(
            1,
            body -> {
              assertTrue(nested.size() < 10, "the factory is called for ever");
              nested.add(self[0].submit(() -> 1));
              return null;
            });
    assertThrows(RejectedExecutionException.class, () -> self[0].submit(() -> 2));
    assertEquals(2, nested.size());
    for (TaskFuture<Integer> future : nested) {
      Throwable failure = assertInstanceOf(RejectedExecutionException.class, future.exceptionNow());
      assertInstanceOf(NullPointerException.class, failure.getCause());
    }
    assertEquals(0, Probe.poolOf(self[0]).census().live());
    Probe.close(self[0]);
  }
}
