package dev.gauntlet.lockfree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.BrokenExecutorException;
import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.TaskState;
import dev.gauntlet.lockfree.Probe.Call;
import dev.gauntlet.lockfree.Probe.Held;
import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.spi.RejectionPolicy;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LifecycleTest {

  @Test
  void shutdownNow_returnsWhatNeverStarted() throws Exception {
    TaskExecutor executor = Probe.open(1);
    Held held = new Held(executor);
    AtomicInteger ran = new AtomicInteger();
    TaskFuture<?> submitted = executor.submit(ran::incrementAndGet);
    TaskFuture<?> cancelled = executor.submit(ran::incrementAndGet);
    Runnable executed = ran::incrementAndGet;
    executor.execute(executed);
    executor.execute(executed);
    assertTrue(cancelled.cancel());
    List<Runnable> returned = executor.shutdownNow();
    assertEquals(List.of(submitted, executed, executed), returned);
    assertTrue(submitted.isCancelled());
    returned.get(0).run();
    assertEquals(0, ran.get());
    assertTrue(executor.shutdownNow().isEmpty());
    held.release();
    Probe.close(executor);
    assertFalse(held.future.isCancelled());
    assertEquals(1, nodes(executor));
  }

  private static int nodes(TaskExecutor executor) {
    StripedQueue striped = Probe.poolOf(executor).queue().shared();
    TaskQueue queue = ((TaskQueue[]) Probe.field(striped, StripedQueue.class, "queues"))[0];
    Node head = (Node) Probe.field(queue, TaskQueue.class, "head");
    int count = 0;
    Node closed = (Node) Probe.field(null, TaskQueue.class, "CLOSED");
    for (Node n = head; n != null && n != closed; n = n.nextAcquire()) {
      count++;
    }
    return count;
  }

  @Test
  void emptyPool_terminatesAtOnce() throws Exception {
    TaskExecutor executor = Probe.open(1);
    assertFalse(executor.awaitTermination(0, TimeUnit.SECONDS));
    executor.shutdown();
    assertTrue(executor.isTerminated());
    assertTrue(executor.awaitTermination(Long.MIN_VALUE, TimeUnit.DAYS));
    assertThrows(RejectedExecutionException.class, () -> executor.submit(() -> {}));
    assertThrows(RejectedExecutionException.class, () -> executor.execute(() -> {}));
  }

  @Test
  void awaitTermination_onAnOwnWorkerTimesOut() throws Exception {
    TaskExecutor executor = Probe.open(1);
    TaskFuture<Boolean> waiting =
        executor.submit(() -> {
          executor.shutdown();
          return executor.awaitTermination(1, TimeUnit.MILLISECONDS);
        });
    assertFalse(Probe.get(waiting));
    Probe.close(executor);
  }

  @Test
  void termination_waitsForCallbacksOfWorkers() throws Exception {
    TaskExecutor executor = Probe.open(1);
    Held held = new Held(executor);
    CountDownLatch release = new CountDownLatch(1);
    held.future.addDoneCallback(done -> Probe.awaitUninterruptibly(release));
    executor.shutdown();
    held.release();
    Probe.get(held.future);
    assertFalse(executor.awaitTermination(1, TimeUnit.MILLISECONDS));
    release.countDown();
    Probe.close(executor);
  }

  @Test
  void close_insideAGuest_isRefused() throws Exception {
    TaskExecutor executor = Probe.open(1, 1, RejectionPolicy.CALLER_RUNS);
    Held held = new Held(executor);
    executor.submit(() -> {});
    TaskFuture<?> guest = executor.submit(executor::close);
    assertInstanceOf(IllegalStateException.class, guest.exception());
    assertTrue(executor.isShutdown());
    assertThrows(RejectedExecutionException.class, () -> executor.submit(() -> {}));
    held.release();
    Probe.close(executor);
  }

  /** A push stands for a submitter that stalls before it looks whether the pool is closing. */
  @Test
  void shutdownNow_whatIsPushedBehindIt_neverStarts() throws Exception {
    TaskExecutor executor = Probe.open(2);
    LockFreePool pool = Probe.poolOf(executor);
    AtomicInteger ran = new AtomicInteger();
    CallableTask<Integer> late = new CallableTask<>(pool, ran::incrementAndGet);
    Held other = new Held(executor);
    CountDownLatch stopped = new CountDownLatch(1);
    CountDownLatch pushed = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    TaskFuture<?> pusher =
        executor.submit(() -> {
          Probe.awaitUninterruptibly(stopped);
          push(late, pool.queue().owned());
          pushed.countDown();
          Probe.awaitUninterruptibly(goOn);
        });
    Probe.until("the pusher runs", () -> pusher.taskState() == TaskState.RUNNING);
    assertEquals(List.of(), executor.shutdownNow());
    stopped.countDown();
    Probe.await(pushed);
    other.release();
    other.worker.join(TimeUnit.SECONDS.toMillis(Probe.LIMIT_SECONDS));
    assertFalse(other.worker.isAlive());
    assertEquals(TaskState.PENDING, late.taskState(), "it is its owner's to withdraw");
    goOn.countDown();
    Probe.close(executor);
    assertTrue(late.isCancelled());
    assertEquals(0, ran.get());
  }

  private static void push(Node late, WorkerQueues owned) {
    WorkerQueue own = owned.ofCaller(Thread.currentThread());
    assertNotNull(own, "each of two workers has a queue");
    owned.use(own);
    assertTrue(own.push(late));
  }

  /** Who was refused because the end has begun is not let in by another way (L1). */
  @Test
  void callerRuns_onceAShutdownHasBegun_isRefused() throws Exception {
    TaskExecutor executor = Probe.open(1, 1, RejectionPolicy.CALLER_RUNS);
    Held held = new Held(executor);
    TaskFuture<?> queued = executor.submit(() -> {});
    Probe.poolOf(executor).queue().close();
    assertThrows(RejectedExecutionException.class, () -> executor.submit(() -> {}));
    held.release();
    Probe.close(executor);
    assertEquals(TaskState.SUCCEEDED, queued.taskState());
  }

  @Test
  void shutdownNow_whatIsTakenWhileItDrains_isInterruptedOrNeverRuns() throws Exception {
    TaskExecutor executor = Probe.open(1);
    Held held = new Held(executor);
    TaskFuture<?> drained = executor.submit(() -> {});
    CountDownLatch goOn = new CountDownLatch(1);
    CountDownLatch draining = Probe.holdUpAt(drained, goOn);
    AtomicInteger untold = new AtomicInteger();
    TaskFuture<?> taken =
        executor.submit(() -> untold.addAndGet(Thread.currentThread().isInterrupted() ? 0 : 1));
    Call<List<Runnable>> stopping = new Call<>(executor::shutdownNow);
    Probe.await(draining);
    held.release();
    Probe.until("the task is taken", () -> taken.taskState() != TaskState.PENDING);
    goOn.countDown();
    assertEquals(List.of(drained), stopping.result());
    Probe.close(executor);
    assertEquals(0, untold.get());
  }

  /**
   * What is accepted while a shutdown of any form comes is done in the end; the rest never runs.
   */
  private void submitAgainst(Consumer<TaskExecutor> end) throws Exception {
    for (int round = 0; round < 700; round++) {
      TaskExecutor executor = Probe.open(1 + round % 2);
      CyclicBarrier start = new CyclicBarrier(3);
      AtomicInteger ran = new AtomicInteger();
      List<Call<List<TaskFuture<?>>>> submitters = new ArrayList<>();
      for (int s = 0; s < 2; s++) {
        submitters.add(
            new Call<>(() -> {
              start.await();
              return submitUntilRefused(executor, ran);
            }));
      }
      start.await();
      end.accept(executor);
      int done = 0;
      for (Call<List<TaskFuture<?>>> submitter : submitters) {
        for (TaskFuture<?> future : submitter.result()) {
          Throwable failure = future.isCancelled() ? null : future.exception();
          assertSame(null, failure);
          done += future.isCancelled() ? 0 : 1;
        }
      }
      assertTrue(executor.awaitTermination(30, TimeUnit.SECONDS));
      assertEquals(done, ran.get());
      LockFreePool pool = Probe.poolOf(executor);
      assertFalse(pool.queue().hasPending());
      assertEquals(0, pool.census().live());
    }
  }

  private static List<TaskFuture<?>> submitUntilRefused(TaskExecutor executor, AtomicInteger ran) {
    List<TaskFuture<?>> accepted = new ArrayList<>();
    try {
      while (accepted.size() < 2_000) {
        accepted.add(executor.submit(ran::incrementAndGet));
      }
    } catch (RejectedExecutionException refused) {
      assertFalse(accepted.size() > 2_000);
    }
    return accepted;
  }

  @Test
  void submitAgainstShutdown_isDecided() throws Exception {
    submitAgainst(TaskExecutor::shutdown);
  }

  @Test
  void submitAgainstShutdownTrue_isDecided() throws Exception {
    submitAgainst(executor -> executor.shutdown(true));
  }

  @Test
  void submitAgainstShutdownNow_isDecided() throws Exception {
    submitAgainst(executor ->
        executor.shutdownNow().forEach(never -> assertTrue(((TaskFuture<?>) never).isDone())));
  }

  /** A body that starts when shutdownNow comes is interrupted, or it never starts (I5). */
  @Test
  void startAgainstShutdownNow_isInterruptedOrNever() throws Exception {
    for (int round = 0; round < 700; round++) {
      TaskExecutor executor = Probe.open(1);
      Held held = new Held(executor);
      AtomicInteger missed = new AtomicInteger();
      TaskFuture<?> starting =
          executor.submit(() -> {
            try {
              new CountDownLatch(1).await(30, TimeUnit.SECONDS);
              missed.incrementAndGet();
            } catch (InterruptedException told) {
              return;
            }
          });
      held.release();
      if (round % 3 == 0) {
        Thread.yield();
      }
      executor.shutdownNow();
      Probe.close(executor);
      assertTrue(starting.isDone());
      assertEquals(0, missed.get());
    }
  }

  @Test
  void breakDownAgainstSubmit_isDecided() throws Exception {
    for (int round = 0; round < 300; round++) {
      TaskExecutor executor =
          Probe.open(config ->
              config
                  .workers(2)
                  .initializer(() -> {
                    throw new IllegalStateException();
                  }));
      AtomicInteger ran = new AtomicInteger();
      for (TaskFuture<?> accepted : submitUntilRefused(executor, ran)) {
        assertInstanceOf(BrokenExecutorException.class, accepted.exception(Duration.ofSeconds(30)));
      }
      Probe.close(executor);
      assertEquals(0, ran.get());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anEndedExecutor_toWhichItsHandlerRefers_isCollected(boolean now) throws Exception {
    WeakReference<?> ended = endOneToWhichItsHandlerRefers(now);
    Probe.untilCollected("an executor that has ended", ended);
  }

  /** In a frame of its own, so that nothing refers to the executor afterwards. */
  private static WeakReference<?> endOneToWhichItsHandlerRefers(boolean now) throws Exception {
    AtomicReference<TaskExecutor> self = new AtomicReference<>();
    TaskExecutor executor =
        new LockFreeProvider()
            .open(
                ExecutorConfig.builder()
                    .workers(1)
                    .callbackFailureHandler((future, failure) -> self.get())
                    .build());
    self.set(executor);
    executor.submit(() -> {}).get();
    if (now) {
      assertEquals(List.of(), executor.shutdownNow());
    }
    Probe.close(executor);
    return new WeakReference<>(executor);
  }
}
