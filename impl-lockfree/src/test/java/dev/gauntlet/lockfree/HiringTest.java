package dev.gauntlet.lockfree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.TaskState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Who is hired, and who is not. */
class HiringTest {

  private static TaskExecutor open(int workers, ThreadFactory factory) {
    return Probe.open(config -> config.workers(workers).threadFactory(factory));
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

  /** The first hire that succeeds makes up for the one that did not (L16). */
  @Test
  void workers_areHiredForATaskWhoseOwnHireHasFailed() throws Exception {
    AtomicInteger threads = new AtomicInteger();
    TaskExecutor executor =
        open(3, body -> threads.incrementAndGet() == 2 ? null : new Thread(body));
    CyclicBarrier together = new CyclicBarrier(3);
    CountDownLatch running = new CountDownLatch(1);
    List<TaskFuture<Integer>> futures = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      futures.add(
          executor.submit(() -> {
            running.countDown();
            return together.await(20, TimeUnit.SECONDS);
          }));
      Probe.await(running);
    }
    for (TaskFuture<Integer> future : futures) {
      assertTrue(Probe.get(future) < 3);
    }
    Probe.close(executor);
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
    PendingTasks queue = new PendingTasks(3);
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
