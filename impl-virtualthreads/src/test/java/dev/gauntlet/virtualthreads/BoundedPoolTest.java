package dev.gauntlet.virtualthreads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.BrokenExecutorException;
import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.TaskState;
import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.spi.RejectionPolicy;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Reuse of threads, threads that fail, and the end of the bounded pool. */
class BoundedPoolTest {

  private static final Logger LOGGER = Logger.getLogger("dev.gauntlet.virtualthreads");

  /** Hundreds of stack traces that are meant to be logged would hide one that is not. */
  @BeforeAll
  static void silence() {
    LOGGER.setLevel(Level.OFF);
  }

  @AfterAll
  static void speak() {
    LOGGER.setLevel(null);
  }

  private static ExecutorConfig.Builder workers(int workers) {
    return ExecutorConfig.builder().workers(workers);
  }

  private static TaskExecutor executor(ExecutorConfig.Builder config, ThreadFactory threads) {
    return new VirtualThreadExecutor(new BoundedPool(config.build(), threads));
  }

  private static TaskExecutor open(ExecutorConfig.Builder config) {
    return new BoundedVirtualThreadProvider().open(config.build());
  }

  @Test
  void burst_runsOnTheSameThread() {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    CountDownLatch gate = new CountDownLatch(1);
    try (TaskExecutor executor = open(workers(1))) {
      executor.submit(() -> Await.latch(gate));
      for (int i = 0; i < 100; i++) {
        executor.submit(() -> threads.add(Thread.currentThread()));
      }
      gate.countDown();
    }
    assertEquals(1, threads.size());
    assertTrue(threads.iterator().next().isVirtual());
  }

  @Test
  void worker_laterBodyRuns_retainsNoEarlierTask() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    CountDownLatch later = new CountDownLatch(1);
    CountDownLatch laterRuns = new CountDownLatch(1);
    try (TaskExecutor executor = open(workers(1))) {
      WeakReference<TaskFuture<Object>> first =
          new WeakReference<>(
              executor.submit(() -> {
                Await.latch(gate);
                return new Object();
              }));
      executor.submit(() -> {
        laterRuns.countDown();
        Await.latch(later);
      });
      gate.countDown();
      Await.latch(laterRuns);
      Await.collected(first);
      later.countDown();
    }
  }

  @Test
  void submit_noThreadStarts_throwsAndLeavesNothing() throws Exception {
    OutOfMemoryError exhausted = BrokenThreads.exhausted();
    AtomicInteger failures = new AtomicInteger(1);
    TaskExecutor executor =
        executor(
            workers(2),
            body ->
                failures.getAndDecrement() > 0
                    ? BrokenThreads.unstartable(body, exhausted)
                    : Thread.ofVirtual().unstarted(body));
    AtomicInteger ran = new AtomicInteger();
    RejectedExecutionException refused =
        assertThrows(RejectedExecutionException.class, () -> executor.submit(ran::incrementAndGet));
    assertSame(exhausted, refused.getCause());
    assertEquals("value", executor.submit(() -> "value").get());
    executor.close();
    assertEquals(0, ran.get());
  }

  private static TaskExecutor openWhereTheSecondThreadDoesNotStart(int workers) {
    AtomicInteger made = new AtomicInteger();
    return executor(
        workers(workers),
        body ->
            made.incrementAndGet() == 2
                ? BrokenThreads.unstartable(body, BrokenThreads.exhausted())
                : Thread.ofVirtual().unstarted(body));
  }

  @Test
  void submit_secondThreadDoesNotStart_theFirstRunsTheTask() throws Exception {
    TaskExecutor executor = openWhereTheSecondThreadDoesNotStart(2);
    CountDownLatch gate = new CountDownLatch(1);
    TaskFuture<?> first = executor.submit(() -> Await.latch(gate));
    TaskFuture<String> second = executor.submit(() -> "second");
    assertEquals(TaskState.PENDING, second.taskState());
    TaskFuture<String> third = executor.submit(() -> "third");
    assertEquals("second", second.get());
    assertEquals("third", third.get());
    assertFalse(first.isDone());
    gate.countDown();
    executor.close();
  }

  /** The first start that succeeds makes up for the one that did not (L16). */
  @Test
  void submit_afterAThreadDidNotStart_startsForTheTaskBeforeAsWell() throws Exception {
    TaskExecutor executor = openWhereTheSecondThreadDoesNotStart(3);
    CyclicBarrier together = new CyclicBarrier(3);
    List<TaskFuture<Integer>> futures = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      futures.add(executor.submit(() -> together.await(20, TimeUnit.SECONDS)));
    }
    for (TaskFuture<Integer> future : futures) {
      assertTrue(future.get() < 3);
    }
    executor.close();
  }

  @Test
  void submit_startThrowsAfterTheThreadRan_succeeds() throws Exception {
    TaskExecutor executor = executor(workers(1), BrokenThreads.startedAllTheSame());
    assertEquals("value", executor.submit(() -> "value").get());
    executor.shutdown();
    assertTrue(executor.isTerminated());
  }

  /**
   * The second task is queued behind a thread that then fails to start: it fails, it never hangs.
   */
  @Test
  void threadDoesNotStart_taskQueuedBehindIt_fails() {
    AtomicReference<TaskExecutor> self = new AtomicReference<>();
    AtomicReference<TaskFuture<String>> behind = new AtomicReference<>();
    TaskExecutor executor =
        executor(
            workers(1),
            body -> {
              behind.set(self.get().submit(() -> "behind"));
              return BrokenThreads.unstartable(body, BrokenThreads.exhausted());
            });
    self.set(executor);
    assertThrows(RejectedExecutionException.class, () -> executor.submit(() -> "refused"));
    assertEquals(TaskState.FAILED, behind.get().taskState());
    assertTrue(behind.get().exceptionNow() instanceof RejectedExecutionException);
    executor.shutdown();
    assertTrue(executor.isTerminated());
  }

  @Test
  void execute_throws_reachesTheHandlerOnceAndCapacityStays() {
    List<Throwable> uncaught = new ArrayList<>();
    Error failure = new Error("on purpose");
    AtomicInteger ran = new AtomicInteger();
    try (TaskExecutor executor = open(workers(1))) {
      executor.execute(() -> {
        Thread.currentThread()
            .setUncaughtExceptionHandler((thread, thrown) -> uncaught.add(thrown));
        throw failure;
      });
      executor.execute(ran::incrementAndGet);
    }
    assertEquals(List.of(failure), uncaught);
    assertEquals(1, ran.get());
  }

  @Test
  void cancel_queued_freesPlaceAndBody() {
    CountDownLatch gate = new CountDownLatch(1);
    try (TaskExecutor executor = open(workers(1).queueCapacity(1, RejectionPolicy.REJECT))) {
      executor.submit(() -> Await.latch(gate));
      Object[] argument = {new Object()};
      WeakReference<Object> body = new WeakReference<>(argument[0]);
      TaskFuture<?> queued = executor.submit(bodyWith(argument[0]));
      argument[0] = null;
      assertThrows(RejectedExecutionException.class, () -> executor.submit(() -> {}));
      assertTrue(queued.cancel());
      TaskFuture<?> next = executor.submit(() -> {});
      Await.collected(body);
      assertEquals(TaskState.PENDING, next.taskState());
      assertTrue(queued.isCancelled());
      gate.countDown();
    }
  }

  private static Runnable bodyWith(Object argument) {
    return () -> argument.hashCode();
  }

  @Test
  void callerRuns_bodyHoldsTermination() throws Exception {
    TaskExecutor executor = open(workers(1).queueCapacity(1, RejectionPolicy.CALLER_RUNS));
    CountDownLatch gate = new CountDownLatch(1);
    CountDownLatch onCaller = new CountDownLatch(1);
    CountDownLatch callerMayEnd = new CountDownLatch(1);
    executor.submit(() -> Await.latch(gate));
    executor.submit(() -> {});
    Thread caller =
        Thread.ofPlatform()
            .start(() ->
                executor.submit(() -> {
                  onCaller.countDown();
                  Await.latch(callerMayEnd);
                }));
    Await.latch(onCaller);
    executor.shutdown();
    gate.countDown();
    assertFalse(executor.awaitTermination(20, TimeUnit.MILLISECONDS));
    callerMayEnd.countDown();
    assertTrue(executor.awaitTermination(20, TimeUnit.SECONDS));
    Await.ended(caller);
  }

  @Test
  void callerRuns_bodyClosesItsExecutor_isRefused() {
    TaskExecutor executor = open(workers(1).queueCapacity(1, RejectionPolicy.CALLER_RUNS));
    CountDownLatch gate = new CountDownLatch(1);
    executor.submit(() -> Await.latch(gate));
    executor.submit(() -> {});
    TaskFuture<?> onCaller =
        executor.submit(() -> assertThrows(IllegalStateException.class, executor::close));
    assertEquals(TaskState.SUCCEEDED, onCaller.taskState());
    assertTrue(executor.isShutdown());
    gate.countDown();
    executor.close();
  }

  /** Several workers start at once and every initializer fails: no body runs on any of them. */
  @Test
  void initializerFails_onSeveralWorkers_noBodyRuns() throws Exception {
    for (int round = 0; round < 300; round++) {
      AtomicInteger ran = new AtomicInteger();
      Error failure = new Error("on purpose");
      TaskExecutor executor =
          open(
              workers(8)
                  .initializer(() -> {
                    throw failure;
                  }));
      List<TaskFuture<?>> futures = new ArrayList<>();
      try {
        for (int i = 0; i < 20; i++) {
          futures.add(executor.submit(ran::incrementAndGet));
        }
      } catch (BrokenExecutorException broken) {
        assertSame(failure, broken.getCause());
      }
      for (TaskFuture<?> future : futures) {
        assertTrue(future.exception() instanceof BrokenExecutorException, future::toString);
        assertTrue(executor.isShutdown());
      }
      executor.close();
      assertEquals(0, ran.get());
    }
  }

  @Test
  void shutdownTrue_callbackBlocks_theOthersAreCancelledBefore() {
    CountDownLatch gate = new CountDownLatch(1);
    TaskExecutor executor = open(workers(1));
    executor.submit(() -> Await.latch(gate));
    TaskFuture<?> first = executor.submit(() -> {});
    TaskFuture<?> second = executor.submit(() -> {});
    List<Boolean> seen = new ArrayList<>();
    first.addDoneCallback(done -> seen.add(second.isCancelled()));
    executor.shutdown(true);
    assertEquals(List.of(true), seen);
    gate.countDown();
    executor.close();
  }

  /** A place becomes free while one of two waiting submitters is interrupted: one gets it. */
  @Test
  void block_interruptRacesWithAPlace_thePlaceIsNotLost() throws Exception {
    TaskExecutor executor = open(workers(1).queueCapacity(1, RejectionPolicy.BLOCK));
    for (int round = 0; round < 500; round++) {
      CountDownLatch gate = new CountDownLatch(1);
      CountDownLatch running = new CountDownLatch(1);
      executor.submit(() -> {
        running.countDown();
        Await.latch(gate);
      });
      Await.latch(running);
      TaskFuture<?> queued = executor.submit(() -> {});
      AtomicInteger accepted = new AtomicInteger();
      Runnable submitter =
          () -> {
            try {
              executor.submit(() -> {});
              accepted.incrementAndGet();
            } catch (RejectedExecutionException interrupted) {
              assertTrue(interrupted.getCause() instanceof InterruptedException);
            }
          };
      Thread interrupted = Thread.ofPlatform().start(submitter);
      Await.parked(interrupted);
      Thread waiting = Thread.ofVirtual().start(submitter);
      Await.parked(waiting);
      Thread canceller = Thread.ofPlatform().start(() -> queued.cancel());
      interrupted.interrupt();
      Await.ended(canceller);
      Await.until("one of the two has the place", () -> accepted.get() > 0);
      gate.countDown();
      Await.ended(interrupted);
      Await.ended(waiting);
    }
    executor.close();
  }

  /** Submitters, cancellers and the shutdown race; every future ends, and so does the pool. */
  @Test
  void submitCancelShutdown_raced_everyFutureEnds() throws Exception {
    for (int round = 0; round < 200; round++) {
      TaskExecutor executor = open(workers(2).queueCapacity(4, RejectionPolicy.BLOCK));
      List<TaskFuture<?>> futures = new ArrayList<>();
      AtomicInteger ran = new AtomicInteger();
      Thread submitter =
          Thread.ofPlatform()
              .start(() -> {
                try {
                  for (int i = 0; ; i++) {
                    TaskFuture<?> future = executor.submit(ran::incrementAndGet);
                    futures.add(future);
                    if (i % 3 == 0) {
                      future.cancel(true);
                    }
                  }
                } catch (RejectedExecutionException shutdown) {
                  assertTrue(executor.isShutdown());
                }
              });
      int atLeast = round;
      Await.until("some tasks ran", () -> ran.get() >= atLeast);
      if (round % 2 == 0) {
        executor.shutdown();
      } else {
        executor.shutdownNow();
      }
      Await.ended(submitter);
      assertTrue(executor.awaitTermination(20, TimeUnit.SECONDS));
      for (TaskFuture<?> future : futures) {
        assertTrue(future.isDone(), future::toString);
      }
      long succeeded =
          futures.stream().filter(future -> future.taskState() == TaskState.SUCCEEDED).count();
      assertTrue(succeeded <= ran.get());
    }
  }
}
