package dev.gauntlet.locking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.BrokenExecutorException;
import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.locking.Probe.Call;
import dev.gauntlet.locking.Probe.Held;
import dev.gauntlet.spi.ExecutorConfig;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShutdownTest {

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
    assertEquals(3, returned.size());
    assertSame(submitted, returned.get(0));
    assertSame(executed, returned.get(1));
    assertSame(executed, returned.get(2));
    assertTrue(submitted.isCancelled());
    returned.get(0).run();
    assertEquals(0, ran.get());
    assertTrue(executor.shutdownNow().isEmpty());
    held.release();
    Probe.close(executor);
    assertFalse(held.future.isCancelled());
  }

  /** The inbox is closed before the shutdown can be seen, or it would accept tasks after (L1). */
  @Test
  void shutdownIsSeen_onlyWhenTheInboxIsClosed() throws Exception {
    TaskExecutor executor = Probe.open(1);
    Held held = new Held(executor);
    Object inbox = Probe.field(poolOf(executor), LockingPool.class, "inbox");
    Call<?> shutdown;
    synchronized (Probe.field(inbox, Inbox.class, "lock")) {
      shutdown =
          new Call<>(() -> {
            executor.shutdown();
            return null;
          });
      Probe.until(
          "it waits for the inbox", () -> shutdown.thread.getState() == Thread.State.BLOCKED);
      assertFalse(executor.isShutdown());
    }
    shutdown.result();
    assertTrue(executor.isShutdown());
    assertThrows(RejectedExecutionException.class, () -> executor.submit(() -> {}));
    held.release();
    Probe.close(executor);
  }

  private static Object poolOf(TaskExecutor executor) {
    return Probe.field(executor, LockingExecutor.class, "pool");
  }

  @Test
  void aWeakerShutdown_changesNothing() throws Exception {
    TaskExecutor executor = Probe.open(1);
    Held held = new Held(executor);
    TaskFuture<?> pending = executor.submit(() -> {});
    executor.shutdown(true);
    executor.shutdown();
    assertTrue(pending.isCancelled());
    assertThrows(RejectedExecutionException.class, () -> executor.execute(() -> {}));
    held.release();
    Probe.close(executor);
  }

  @Test
  void shutdown_ofAPoolThatNeverWorked_terminatesAtOnce() {
    TaskExecutor executor = Probe.open(1);
    assertFalse(executor.isTerminated());
    executor.shutdown();
    assertTrue(executor.isTerminated());
  }

  @Test
  void cancelOfTheLastQueuedTask_letsADrainingPoolTerminate() throws Exception {
    TaskExecutor executor = Probe.open(1);
    Held held = new Held(executor);
    TaskFuture<?> queued = executor.submit(() -> {});
    executor.shutdown();
    assertTrue(queued.cancel());
    held.release();
    Probe.close(executor);
  }

  @Test
  @Timeout(60)
  void submitsThatRaceWithAShutdown_areRefusedOrEnd() throws Exception {
    List<Consumer<TaskExecutor>> forms =
        List.of(
            TaskExecutor::shutdown, executor -> executor.shutdown(true), TaskExecutor::shutdownNow);
    for (int round = 0; round < 300; round++) {
      TaskExecutor executor = Probe.open(2);
      AtomicInteger ran = new AtomicInteger();
      CountDownLatch submitting = new CountDownLatch(2);
      List<Call<List<TaskFuture<?>>>> submitters = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        submitters.add(new Call<>(() -> submitUntilRefused(executor, ran, submitting)));
      }
      Probe.await(submitting);
      forms.get(round % forms.size()).accept(executor);
      int succeeded = 0;
      for (Call<List<TaskFuture<?>>> submitter : submitters) {
        for (TaskFuture<?> future : submitter.result()) {
          Probe.until("the future ends", future::isDone);
          succeeded += future.isCancelled() ? 0 : 1;
        }
      }
      Probe.close(executor);
      assertEquals(ran.get(), succeeded);
    }
  }

  /** Nothing is taken any more, although a healthy worker goes on with what it runs (B2, B4). */
  @Test
  void brokenPool_isStopped() throws Exception {
    AtomicInteger workers = new AtomicInteger();
    Runnable failsTheSecondTime =
        () -> {
          if (workers.incrementAndGet() == 2) {
            throw new IllegalStateException("on purpose");
          }
        };
    TaskExecutor executor =
        new LockingProvider()
            .open(ExecutorConfig.builder().workers(2).initializer(failsTheSecondTime).build());
    Held held = new Held(executor);
    TaskFuture<?> refused = executor.submit(() -> {});
    Probe.until("the task is refused", refused::isDone);
    Probe.until("the pool is stopped", () -> executor.toString().contains("STOPPED"));
    held.release();
    Probe.close(executor);
  }

  private static List<TaskFuture<?>> submitUntilRefused(
      TaskExecutor executor, AtomicInteger ran, CountDownLatch submitting) {
    List<TaskFuture<?>> accepted = new ArrayList<>();
    try {
      while (true) {
        accepted.add(executor.submit(ran::incrementAndGet));
        submitting.countDown();
      }
    } catch (RejectedExecutionException refused) {
      return accepted;
    }
  }

  @Test
  void bodiesThatRaceWithShutdownNow_areInterruptedOrNeverRun() throws Exception {
    for (int round = 0; round < 200; round++) {
      TaskExecutor executor = Probe.open(2);
      AtomicInteger started = new AtomicInteger();
      AtomicInteger interrupted = new AtomicInteger();
      List<TaskFuture<?>> futures = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        futures.add(
            executor.submit(() -> {
              started.incrementAndGet();
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException interrupt) {
                interrupted.incrementAndGet();
              }
            }));
      }
      List<Runnable> neverStarted = executor.shutdownNow();
      Probe.close(executor);
      assertEquals(started.get(), interrupted.get());
      assertEquals(futures.size(), started.get() + neverStarted.size());
    }
  }

  @Test
  void brokenPool_failsWhatIsPending_eachWithItsOwnException() throws Exception {
    CountDownLatch proceed = new CountDownLatch(1);
    IllegalStateException cause = new IllegalStateException("initializer, on purpose");
    TaskExecutor executor =
        new LockingProvider()
            .open(
                ExecutorConfig.builder()
                    .workers(2)
                    .initializer(() -> {
                      Probe.awaitUninterruptibly(proceed);
                      throw cause;
                    })
                    .build());
    List<TaskFuture<?>> pending = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      pending.add(executor.submit(() -> {}));
    }
    assertTrue(pending.get(1).cancel());
    proceed.countDown();
    Throwable first = pending.get(0).exception();
    Throwable last = pending.get(3).exception();
    assertTrue(first instanceof BrokenExecutorException);
    assertTrue(last instanceof BrokenExecutorException);
    assertFalse(first == last);
    assertSame(cause, first.getCause());
    assertSame(cause, last.getCause());
    assertTrue(pending.get(1).isCancelled());
    assertTrue(executor.isShutdown());
    assertThrows(BrokenExecutorException.class, () -> executor.submit(() -> {}));
    Probe.close(executor);
  }

  @Test
  void massCancel_ofAHundredThousandTasks() throws Exception {
    TaskExecutor executor = Probe.open(1);
    Held held = new Held(executor);
    List<TaskFuture<?>> tasks = new ArrayList<>();
    AtomicInteger callbacks = new AtomicInteger();
    for (int i = 0; i < 100_000; i++) {
      tasks.add(executor.submit(() -> {}));
      tasks.get(i).addDoneCallback(done -> callbacks.incrementAndGet());
    }
    for (int i = tasks.size() - 1; i >= 0; i -= 2) {
      assertTrue(tasks.get(i).cancel());
    }
    executor.shutdown(true);
    assertEquals(100_000, callbacks.get());
    held.release();
    Probe.close(executor);
  }

  @Test
  void toString_namesThePhase() throws Exception {
    TaskExecutor executor = Probe.open(2);
    assertTrue(executor.toString().contains("ACCEPTING"), executor::toString);
    executor.shutdown();
    assertTrue(executor.toString().contains("TERMINATED"), executor::toString);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anEndedExecutor_toWhichItsHandlerRefers_isCollected(boolean now) throws Exception {
    WeakReference<?> ended = endOneToWhichItsHandlerRefers(now);
    Probe.untilCollected("an executor that has ended", ended);
  }

  @Test
  void aBrokenExecutor_toWhichItsHandlerRefers_isCollected() throws Exception {
    Probe.untilCollected("a broken executor", breakOneToWhichItsHandlerRefers());
  }

  private static WeakReference<?> breakOneToWhichItsHandlerRefers() throws Exception {
    AtomicReference<TaskExecutor> self = new AtomicReference<>();
    TaskExecutor executor =
        new LockingProvider()
            .open(
                ExecutorConfig.builder()
                    .workers(1)
                    .initializer(() -> {
                      throw new IllegalStateException("initializer, on purpose");
                    })
                    .callbackFailureHandler((future, failure) -> self.get())
                    .build());
    self.set(executor);
    assertTrue(executor.submit(() -> {}).exception() instanceof BrokenExecutorException);
    assertTrue(executor.awaitTermination(30, TimeUnit.SECONDS));
    return new WeakReference<>(executor);
  }

  /** In a frame of its own, so that nothing refers to the executor afterwards. */
  private static WeakReference<?> endOneToWhichItsHandlerRefers(boolean now) throws Exception {
    AtomicReference<TaskExecutor> self = new AtomicReference<>();
    TaskExecutor executor =
        new LockingProvider()
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
