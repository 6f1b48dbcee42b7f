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
import dev.gauntlet.TaskState;
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

class HiringTest {

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

  @Test
  void bodyThatIsRunTwice_isOneWorker() throws Exception {
    AtomicInteger ends = new AtomicInteger();
    TaskExecutor executor =
        open(
            1,
            body ->
                new Thread(() -> {
                  body.run();
                  body.run();
                  ends.incrementAndGet();
                }));
    assertEquals(1, Probe.get(executor.submit(() -> 1)));
    Probe.close(executor);
    Probe.until("the thread ends", () -> ends.get() == 1);
    assertEquals(0, Probe.poolOf(executor).census().live());
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

  @Test
  void factoryThatReentersThePool_blocksNobody() throws Exception {
    List<TaskFuture<Integer>> nested = Collections.synchronizedList(new ArrayList<>());
    TaskExecutor[] self = new TaskExecutor[1];
    self[0] =
        open(
            2,
            body -> {
              nested.add(self[0].submit(() -> 1));
              return new Thread(body);
            });
    assertEquals(2, Probe.get(self[0].submit(() -> 2)));
    for (TaskFuture<Integer> future : List.copyOf(nested)) {
      assertEquals(1, Probe.get(future));
    }
    Probe.close(self[0]);
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

  /** As many workers as tasks that block, and no more; an idle one goes first. */
  @Test
  void workers_areHiredForWaitingTasksOnly() throws Exception {
    List<Thread> threads = Collections.synchronizedList(new ArrayList<>());
    TaskExecutor executor =
        open(
            4,
            body -> {
              Thread thread = new Thread(body);
              threads.add(thread);
              return thread;
            });
    for (int i = 0; i < 5; i++) {
      Probe.get(executor.submit(() -> {}));
      Probe.untilParked(threads.get(0));
    }
    assertEquals(1, threads.size());
    for (int round = 0; round < 300; round++) {
      CountDownLatch together = new CountDownLatch(4);
      List<TaskFuture<?>> futures = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        futures.add(
            executor.submit(() -> {
              together.countDown();
              Probe.await(together);
              return null;
            }));
      }
      for (TaskFuture<?> future : futures) {
        Probe.get(future);
      }
    }
    assertEquals(4, threads.size());
    Probe.close(executor);
    assertTrue(executor.isTerminated());
  }

  /** Who is on the way to a first task counts: one task needs one worker. */
  @Test
  void startingWorker_isNotHiredTwice() throws Exception {
    List<Thread> threads = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch initialize = new CountDownLatch(1);
    TaskExecutor executor =
        Probe.open(config ->
            config
                .workers(4)
                .initializer(() -> Probe.awaitUninterruptibly(initialize))
                .threadFactory(body -> {
                  threads.add(new Thread(body));
                  return threads.get(threads.size() - 1);
                }));
    for (int i = 0; i < 5; i++) {
      assertTrue(executor.submit(() -> {}).cancel());
    }
    assertEquals(1, threads.size());
    TaskFuture<Integer> first = executor.submit(() -> 1);
    assertEquals(1, threads.size());
    TaskFuture<Integer> second = executor.submit(() -> 2);
    assertEquals(2, threads.size());
    initialize.countDown();
    assertEquals(1, Probe.get(first));
    assertEquals(2, Probe.get(second));
    Probe.close(executor);
  }

  /** While a worker hires a successor, its own task has not begun, and anybody may cancel it. */
  @Test
  void taskOfAWorkerThatHires_isPending() throws Exception {
    HiringWorker hiring = new HiringWorker();
    AtomicInteger ran = new AtomicInteger();
    TaskFuture<?> first = hiring.executor.submit(ran::incrementAndGet);
    TaskFuture<?> second = hiring.executor.submit(ran::incrementAndGet);
    hiring.begin();
    assertEquals(TaskState.PENDING, first.taskState());
    assertTrue(first.cancel());
    hiring.executor.shutdown(true);
    assertTrue(second.isCancelled());
    hiring.release();
    Probe.close(hiring.executor);
    assertEquals(0, ran.get());
  }

  /** A worker that finds no task after its hire has taken nothing with it: the next one runs. */
  @Test
  void workerWhoseTaskIsTakenWhileItHires_runsTheNextOne() throws Exception {
    HiringWorker hiring = new HiringWorker();
    TaskFuture<?> first = hiring.executor.submit(() -> {});
    TaskFuture<?> second = hiring.executor.submit(() -> {});
    hiring.begin();
    assertTrue(first.cancel());
    assertTrue(second.cancel());
    hiring.release();
    assertEquals(3, Probe.get(hiring.executor.submit(() -> 3)));
    Probe.close(hiring.executor);
  }

  /** A worker does not hire for the task that it is about to run. */
  @Test
  void workerAndHireUnderWay_areEnoughForTwoTasks() {
    Census census = new Census(3);
    StripedQueue queue = new StripedQueue(3);
    queue.offer(new NeverRun());
    queue.offer(new NeverRun());
    assertTrue(census.tryHire(queue, 0));
    assertFalse(census.mayHire(queue, 1));
    assertTrue(census.mayHire(queue, 0));
  }

  private static final class NeverRun extends Node {
    NeverRun() {
      super(PENDING);
    }
  }

  /** Initializers run side by side, not one after the other. */
  @Test
  void initializers_mayWaitForOneAnother() throws Exception {
    CountDownLatch allInitialize = new CountDownLatch(3);
    TaskExecutor executor =
        Probe.open(config ->
            config
                .workers(3)
                .initializer(() -> {
                  allInitialize.countDown();
                  Probe.awaitUninterruptibly(allInitialize);
                }));
    List<TaskFuture<Integer>> futures = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      futures.add(executor.submit(() -> 1));
    }
    for (TaskFuture<Integer> future : futures) {
      assertEquals(1, Probe.get(future));
    }
    Probe.close(executor);
  }
}
