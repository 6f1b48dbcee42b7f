package dev.gauntlet.virtualthreads;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.spi.RejectionPolicy;
import dev.gauntlet.spi.WaitableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Tasks that have left the queue to be settled: the pool does not end before them (L5). */
class DrainTest {

  private static TaskExecutor open(ThreadFactory threads) {
    ExecutorConfig config =
        ExecutorConfig.builder().workers(1).queueCapacity(2, RejectionPolicy.BLOCK).build();
    return new VirtualThreadExecutor(new BoundedPool(config, threads));
  }

  /** Holds whoever settles the future, before it comes to the next one. */
  private static CountDownLatch holdAt(TaskFuture<?> future, CountDownLatch gate) {
    CountDownLatch arrived = new CountDownLatch(1);
    ((WaitableFuture<?>) future)
        .addWaiter(done -> {
          arrived.countDown();
          Await.latchUninterruptibly(gate);
        });
    return arrived;
  }

  private static Thread start(Runnable action) {
    return Thread.ofPlatform().daemon().start(action);
  }

  @Test
  void shutdownNow_poolDoesNotTerminateBeforeTheQueuedTasksAreDone() throws Exception {
    assertEndsAfterItsTasks(TaskExecutor::shutdownNow);
  }

  @Test
  void shutdownThatCancels_poolDoesNotTerminateBeforeTheQueuedTasksAreDone() throws Exception {
    assertEndsAfterItsTasks(executor -> executor.shutdown(true));
  }

  @Test
  void shutdownNow_whileAnotherShutdownCancels_cancelsTheRest() throws Exception {
    assertCancelsTheRest(TaskExecutor::shutdownNow);
  }

  @Test
  void shutdownThatCancels_whileAnotherCancels_cancelsTheRest() throws Exception {
    assertCancelsTheRest(executor -> executor.shutdown(true));
  }

  /** The first shutdown is held between two tasks; the second one must not leave that to it. */
  private static void assertCancelsTheRest(Consumer<TaskExecutor> second) throws Exception {
    TaskExecutor executor = open(VirtualThreads.factory());
    CountDownLatch body = new CountDownLatch(1);
    CountDownLatch gate = new CountDownLatch(1);
    executor.submit(() -> Await.latchUninterruptibly(body));
    TaskFuture<?> held = executor.submit(() -> {});
    TaskFuture<?> rest = executor.submit(() -> {});
    CountDownLatch settling = holdAt(held, gate);
    Thread first = start(() -> executor.shutdown(true));
    Await.latch(settling);
    assertFalse(rest.isDone());
    second.accept(executor);
    assertTrue(rest.isCancelled());
    gate.countDown();
    body.countDown();
    Await.ended(first);
    assertTrue(executor.awaitTermination(20, TimeUnit.SECONDS), executor::toString);
  }

  private static void assertEndsAfterItsTasks(Consumer<TaskExecutor> shutdown) throws Exception {
    TaskExecutor executor = open(VirtualThreads.factory());
    CountDownLatch body = new CountDownLatch(1);
    CountDownLatch gate = new CountDownLatch(1);
    TaskFuture<Thread> running =
        executor.submit(() -> {
          Await.latchUninterruptibly(body);
          return Thread.currentThread();
        });
    TaskFuture<?> first = executor.submit(() -> {});
    TaskFuture<?> second = executor.submit(() -> {});
    CountDownLatch settling = holdAt(first, gate);
    Thread stopper = start(() -> shutdown.accept(executor));
    Await.latch(settling);
    body.countDown();
    Await.ended(running.result());
    assertFalse(second.isDone());
    assertFalse(executor.isTerminated());
    gate.countDown();
    Await.ended(stopper);
    assertTrue(executor.awaitTermination(20, TimeUnit.SECONDS));
    assertTrue(second.isCancelled());
  }

  @Test
  void callbackOfACancelledTask_mayCloseTheExecutor() {
    TaskExecutor executor = open(VirtualThreads.factory());
    CountDownLatch body = new CountDownLatch(1);
    executor.submit(() -> Await.latchUninterruptibly(body));
    executor
        .submit(() -> {})
        .addDoneCallback(done -> {
          body.countDown();
          executor.close();
        });
    Await.ended(start(executor::shutdownNow));
    assertTrue(executor.isTerminated());
  }

  @Test
  void failedStart_poolDoesNotTerminateBeforeTheRefusedTasksAreDone() throws Exception {
    CountDownLatch starting = new CountDownLatch(1);
    CountDownLatch start = new CountDownLatch(1);
    CountDownLatch gate = new CountDownLatch(1);
    TaskExecutor executor =
        open(body -> {
          starting.countDown();
          Await.latchUninterruptibly(start);
          return null;
        });
    Thread submitter =
        start(
            () -> assertThrows(RejectedExecutionException.class, () -> executor.execute(() -> {})));
    Await.latch(starting);
    TaskFuture<?> first = executor.submit(() -> {});
    TaskFuture<?> second = executor.submit(() -> {});
    CountDownLatch settling = holdAt(first, gate);
    executor.shutdown();
    start.countDown();
    Await.latch(settling);
    assertFalse(second.isDone());
    assertFalse(executor.isTerminated());
    gate.countDown();
    Await.ended(submitter);
    assertThrows(ExecutionException.class, second::get);
    assertTrue(executor.awaitTermination(20, TimeUnit.SECONDS));
  }

  @Test
  void failedStart_everyPlaceThatItFrees_isOffered() throws Exception {
    CountDownLatch starting = new CountDownLatch(1);
    CountDownLatch start = new CountDownLatch(1);
    CountDownLatch body = new CountDownLatch(1);
    AtomicInteger threads = new AtomicInteger();
    TaskExecutor executor =
        open(task -> {
          starting.countDown();
          Await.latchUninterruptibly(start);
          return threads.getAndIncrement() == 0 ? null : Thread.ofVirtual().unstarted(task);
        });
    Thread refused =
        start(
            () -> assertThrows(RejectedExecutionException.class, () -> executor.execute(() -> {})));
    Await.latch(starting);
    TaskFuture<?> unused = executor.submit(() -> {});
    TaskFuture<?> unusedToo = executor.submit(() -> {});
    FutureTask<TaskFuture<?>> one =
        new FutureTask<>(() -> executor.submit(() -> Await.latchUninterruptibly(body)));
    FutureTask<TaskFuture<?>> other =
        new FutureTask<>(() -> executor.submit(() -> Await.latchUninterruptibly(body)));
    Thread submitter = start(one);
    Await.parked(submitter);
    Thread otherSubmitter = start(other);
    Await.parked(otherSubmitter);
    start.countDown();
    Await.ended(refused);
    one.get(20, TimeUnit.SECONDS);
    other.get(20, TimeUnit.SECONDS);
    body.countDown();
    executor.close();
  }
}
