package dev.gauntlet.virtualthreads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.TaskState;
import dev.gauntlet.spi.ExecutorConfig;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What the unbounded pool does when threads fail, and around its end. */
class ThreadPerTaskPoolTest {

  private static TaskExecutor executor(ThreadFactory threads) {
    return new VirtualThreadExecutor(new ThreadPerTaskPool(ExecutorConfig.defaults(), threads));
  }

  /** Threads that start when the test starts them. */
  private static final class HeldThreads implements ThreadFactory {
    final List<Thread> held = new ArrayList<>();

    @Override
    public Thread newThread(Runnable body) {
      held.add(Thread.ofVirtual().unstarted(body));
      return new Thread(body) {
        @Override
        public void start() {}
      };
    }
  }

  @Test
  void submit_threadDoesNotStart_throwsAndLeavesNothing() {
    OutOfMemoryError exhausted = BrokenThreads.exhausted();
    TaskExecutor executor = executor(body -> BrokenThreads.unstartable(body, exhausted));
    AtomicInteger ran = new AtomicInteger();
    RejectedExecutionException refused =
        assertThrows(RejectedExecutionException.class, () -> executor.submit(ran::incrementAndGet));
    assertSame(exhausted, refused.getCause());
    executor.shutdown();
    assertTrue(executor.isTerminated());
    assertEquals(0, ran.get());
  }

  @Test
  void submit_factoryFails_throws() {
    IllegalStateException failure = new IllegalStateException("on purpose");
    TaskExecutor throwing =
        executor(body -> {
          throw failure;
        });
    assertSame(
        failure,
        assertThrows(RejectedExecutionException.class, () -> throwing.submit(() -> {})).getCause());
    TaskExecutor empty = executor(body -> null);
    assertThrows(RejectedExecutionException.class, () -> empty.submit(() -> {}));
    throwing.close();
    empty.close();
  }

  @Test
  void submit_startThrowsAfterTheThreadRan_succeeds() throws Exception {
    TaskExecutor executor = executor(BrokenThreads.startedAllTheSame());
    assertEquals("value", executor.submit(() -> "value").get());
    executor.shutdown();
    assertTrue(executor.isTerminated());
  }

  @Test
  void shutdownNow_threadNotYetRunning_returnsItsTaskCancelled() {
    HeldThreads threads = new HeldThreads();
    TaskExecutor executor = executor(threads);
    AtomicInteger ran = new AtomicInteger();
    TaskFuture<?> submitted = executor.submit(ran::incrementAndGet);
    Runnable executed = ran::incrementAndGet;
    executor.execute(executed);
    List<Runnable> unstarted = executor.shutdownNow();
    assertEquals(2, unstarted.size());
    assertTrue(unstarted.contains(executed));
    assertTrue(unstarted.stream().anyMatch(task -> task == submitted));
    assertEquals(TaskState.CANCELLED, submitted.taskState());
    unstarted.stream().filter(task -> task == submitted).forEach(Runnable::run);
    assertEquals(0, ran.get());
    assertFalse(executor.isTerminated());
  }

  @Test
  void run_onAForeignThread_doesNothing() {
    TaskExecutor executor = executor(new HeldThreads());
    TaskFuture<String> future = executor.submit(() -> "value");
    ((Runnable) future).run();
    assertEquals(TaskState.PENDING, future.taskState());
    assertTrue(future.cancel());
  }

  @Test
  void done_retainsNoThread() throws Exception {
    try (TaskExecutor executor = new VirtualThreadProvider().open(ExecutorConfig.defaults())) {
      List<TaskFuture<?>> kept = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        kept.add(executor.submit(() -> {}));
      }
      Await.until(
          "all tasks are left",
          () -> kept.stream().allMatch(future -> ((Task<?>) future).runner() == null));
      assertTrue(kept.stream().allMatch(TaskFuture::isDone));
    }
  }

  @Test
  void body_isCollectedWhileItsFutureIsKept() throws Exception {
    try (TaskExecutor executor = new VirtualThreadProvider().open(ExecutorConfig.defaults())) {
      Object[] argument = {new Object()};
      WeakReference<Object> body = new WeakReference<>(argument[0]);
      TaskFuture<Integer> kept = executor.submit(bodyWith(argument[0]));
      argument[0] = null;
      assertEquals(1, kept.get());
      Await.collected(body);
      assertTrue(kept.isDone());
    }
  }

  private static Callable<Integer> bodyWith(Object argument) {
    return () -> argument == null ? 0 : 1;
  }

  @Test
  void run_inItsOwnBody_doesNothing() throws Exception {
    TaskExecutor executor = new VirtualThreadProvider().open(ExecutorConfig.defaults());
    CompletableFuture<Runnable> self = new CompletableFuture<>();
    TaskFuture<Boolean> future =
        executor.submit(() -> {
          self.join().run();
          executor.shutdown();
          return executor.isTerminated();
        });
    self.complete((Runnable) future);
    assertFalse(future.get(), "terminated in the middle of the body");
    assertTrue(executor.awaitTermination(20, TimeUnit.SECONDS));
  }

  @Test
  void isCurrentThreadWorker_inBodyAndCallbackOnly() throws Exception {
    VirtualThreadExecutor executor =
        (VirtualThreadExecutor) new VirtualThreadProvider().open(ExecutorConfig.defaults());
    CountDownLatch gate = new CountDownLatch(1);
    List<Boolean> seen = Collections.synchronizedList(new ArrayList<>());
    TaskFuture<?> future =
        executor.submit(() -> {
          Await.latch(gate);
          seen.add(executor.isCurrentThreadWorker());
        });
    future.addDoneCallback(done -> seen.add(executor.isCurrentThreadWorker()));
    assertFalse(executor.isCurrentThreadWorker());
    gate.countDown();
    executor.close();
    assertEquals(List.of(true, true), seen);
    Thread stranger = Thread.ofVirtual().start(() -> seen.add(executor.isCurrentThreadWorker()));
    Await.ended(stranger);
    assertEquals(List.of(true, true, false), seen);
  }

  /** Submissions race with the shutdown; every accepted task ran by the time of termination. */
  @Test
  void submitVsShutdown_raced_loseNothing() throws Exception {
    for (int round = 0; round < 300; round++) {
      TaskExecutor executor = new VirtualThreadProvider().open(ExecutorConfig.defaults());
      AtomicInteger accepted = new AtomicInteger();
      AtomicInteger ran = new AtomicInteger();
      CountDownLatch submitting = new CountDownLatch(2);
      Runnable submitter =
          () -> {
            submitting.countDown();
            try {
              while (true) {
                executor.execute(ran::incrementAndGet);
                accepted.incrementAndGet();
              }
            } catch (RejectedExecutionException shutdown) {
              assertTrue(executor.isShutdown());
            }
          };
      Thread one = Thread.ofPlatform().start(submitter);
      Thread two = Thread.ofVirtual().start(submitter);
      Await.latch(submitting);
      executor.shutdown();
      assertThrows(RejectedExecutionException.class, () -> executor.execute(() -> {}));
      assertTrue(executor.awaitTermination(20, TimeUnit.SECONDS));
      int ranAtTheEnd = ran.get();
      Await.ended(one);
      Await.ended(two);
      assertEquals(accepted.get(), ranAtTheEnd);
    }
  }

  @Test
  void shutdownNow_raced_everyTaskIsReturnedOrInterrupted() throws Exception {
    for (int round = 0; round < 100; round++) {
      TaskExecutor executor = new VirtualThreadProvider().open(ExecutorConfig.defaults());
      CountDownLatch never = new CountDownLatch(1);
      AtomicInteger interrupted = new AtomicInteger();
      int tasks = 50;
      for (int i = 0; i < tasks; i++) {
        executor.execute(() -> {
          try {
            never.await();
          } catch (InterruptedException stop) {
            interrupted.incrementAndGet();
          }
        });
      }
      int returned = executor.shutdownNow().size();
      assertTrue(executor.awaitTermination(20, TimeUnit.SECONDS));
      assertEquals(tasks, returned + interrupted.get());
    }
  }
}
