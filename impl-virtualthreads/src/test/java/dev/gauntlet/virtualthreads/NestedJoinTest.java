package dev.gauntlet.virtualthreads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.TaskFutures;
import dev.gauntlet.TaskState;
import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.spi.RejectionPolicy;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** N2, N3, R20 and C8 where bodies run on top of each other. */
class NestedJoinTest {
  private final TaskExecutor executor =
      new BoundedVirtualThreadProvider().open(ExecutorConfig.builder().workers(1).build());

  @AfterEach
  void terminates() throws InterruptedException {
    executor.shutdown();
    assertTrue(executor.awaitTermination(20, TimeUnit.SECONDS));
  }

  @Test
  void cancelTrue_outerWhileInnerRuns_reachesTheOuterOnly() throws Exception {
    AtomicReference<TaskFuture<?>> self = new AtomicReference<>();
    CountDownLatch ready = new CountDownLatch(1);
    AtomicReference<Boolean> inInner = new AtomicReference<>();
    AtomicReference<Boolean> inOuter = new AtomicReference<>();
    CountDownLatch outerEnds = new CountDownLatch(1);
    TaskFuture<?> outer =
        executor.submit(() -> {
          Await.latch(ready);
          TaskFuture<?> inner =
              executor.submit(() -> {
                assertTrue(self.get().cancel(true));
                inInner.set(Thread.currentThread().isInterrupted());
              });
          inner.get();
          inOuter.set(Thread.currentThread().isInterrupted());
          outerEnds.countDown();
          return null;
        });
    self.set(outer);
    ready.countDown();
    Await.latch(outerEnds);
    assertEquals(TaskState.CANCELLED, outer.taskState());
    assertEquals(false, inInner.get());
    assertEquals(true, inOuter.get());
  }

  @Test
  void cancelTrue_innerWhileItRuns_reachesTheInnerOnly() throws Exception {
    AtomicReference<TaskFuture<?>> self = new AtomicReference<>();
    AtomicReference<Boolean> inInner = new AtomicReference<>();
    TaskFuture<Boolean> outer =
        executor.submit(() -> {
          TaskFuture<?> inner =
              executor.submit(() -> {
                self.get().cancel(true);
                inInner.set(Thread.currentThread().isInterrupted());
              });
          self.set(inner);
          assertThrows(java.util.concurrent.CancellationException.class, inner::get);
          return Thread.currentThread().isInterrupted();
        });
    assertEquals(false, outer.get());
    assertEquals(true, inInner.get());
  }

  @Test
  void shutdownNow_whileInnerRuns_interruptsBoth() throws Exception {
    AtomicBoolean inInner = new AtomicBoolean();
    TaskFuture<Boolean> outer =
        executor.submit(() -> {
          executor
              .submit(() -> {
                executor.shutdownNow();
                inInner.set(Thread.interrupted());
              })
              .get();
          return Thread.interrupted();
        });
    assertEquals(true, outer.get());
    assertTrue(inInner.get());
  }

  @Test
  void get_callerInterrupted_doesNotHelp() throws Exception {
    AtomicBoolean ran = new AtomicBoolean();
    TaskFuture<Boolean> outer =
        executor.submit(() -> {
          TaskFuture<?> inner = executor.submit(() -> ran.set(true));
          Thread.currentThread().interrupt();
          assertThrows(InterruptedException.class, inner::get);
          return ran.get() || Thread.currentThread().isInterrupted();
        });
    assertEquals(false, outer.get());
  }

  @Test
  void untimedSelfJoin_throws_timedOneTimesOut() throws Exception {
    AtomicReference<TaskFuture<?>> self = new AtomicReference<>();
    CountDownLatch ready = new CountDownLatch(1);
    TaskFuture<?> outer =
        executor.submit(() -> {
          Await.latch(ready);
          TaskFuture<?> mine = self.get();
          assertThrows(IllegalStateException.class, mine::get);
          assertThrows(IllegalStateException.class, () -> TaskFutures.await(List.of(mine)));
          assertThrows(TimeoutException.class, () -> mine.get(1, TimeUnit.MILLISECONDS));
          TaskFuture<?> inner =
              executor.submit(() -> assertThrows(IllegalStateException.class, mine::result));
          inner.get();
          return null;
        });
    self.set(outer);
    ready.countDown();
    outer.get();
  }

  @Test
  void innerCallback_insideAHelpingCallback_runsBeforeTheJoinReturns() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    CountDownLatch joined = new CountDownLatch(1);
    AtomicReference<String> seen = new AtomicReference<>("");
    TaskFuture<?> outer = executor.submit(() -> Await.latch(gate));
    outer.addDoneCallback(done -> {
      TaskFuture<?> inner = executor.submit(() -> {});
      inner.addDoneCallback(ended -> seen.accumulateAndGet("inner ", String::concat));
      try {
        inner.get();
      } catch (Exception e) {
        seen.accumulateAndGet(e.toString(), String::concat);
      }
      seen.accumulateAndGet("joined", String::concat);
      joined.countDown();
    });
    gate.countDown();
    Await.latch(joined);
    assertEquals("inner joined", seen.get());
  }

  @Test
  void block_fullQueueOnOwnWorker_runsInPlaceAndKeepsTheFlag() throws Exception {
    TaskExecutor blocking = withQueueOfOne(RejectionPolicy.BLOCK);
    TaskFuture<Boolean> outer =
        blocking.submit(() -> {
          blocking.submit(() -> {});
          Thread.currentThread().interrupt();
          TaskFuture<Boolean> inPlace =
              blocking.submit(() -> Thread.currentThread().isInterrupted());
          return inPlace.isDone() && !inPlace.resultNow() && Thread.interrupted();
        });
    assertEquals(true, outer.get());
    blocking.close();
  }

  @Test
  void block_inPlaceInACallback_callsWhatItsBodyCompletesAtOnce() throws Exception {
    try (TaskExecutor blocking = withQueueOfOne(RejectionPolicy.BLOCK)) {
      CountDownLatch callbackIsThere = new CountDownLatch(1);
      CompletableFuture<Boolean> seen = new CompletableFuture<>();
      blocking
          .submit(() -> Await.latch(callbackIsThere))
          .addDoneCallback(done -> {
            blocking.submit(() -> {});
            blocking.submit(() -> seen.complete(completesAndSeesTheCallback()));
          });
      callbackIsThere.countDown();
      assertTrue(seen.get(20, TimeUnit.SECONDS));
    }
  }

  @Test
  void callerRuns_inACallback_callsWhatItsBodyCompletesAtOnce() throws Exception {
    CountDownLatch busy = new CountDownLatch(1);
    try (TaskExecutor full = withQueueOfOne(RejectionPolicy.CALLER_RUNS)) {
      TaskFuture<?> first = full.submit(() -> Await.latch(busy));
      Await.until("the worker is busy", () -> first.taskState() == TaskState.RUNNING);
      full.submit(() -> {});
      AtomicReference<Boolean> seen = new AtomicReference<>();
      HandSettledFuture<String> outer = new HandSettledFuture<>();
      outer.addDoneCallback(done -> full.submit(() -> seen.set(completesAndSeesTheCallback())));
      outer.trySucceed("value");
      busy.countDown();
      assertEquals(true, seen.get());
    }
  }

  private static boolean completesAndSeesTheCallback() {
    AtomicBoolean called = new AtomicBoolean();
    HandSettledFuture<String> future = new HandSettledFuture<>();
    future.addDoneCallback(done -> called.set(true));
    future.trySucceed("value");
    return called.get();
  }

  private static TaskExecutor withQueueOfOne(RejectionPolicy whenFull) {
    return new BoundedVirtualThreadProvider()
        .open(ExecutorConfig.builder().workers(1).queueCapacity(1, whenFull).build());
  }

  @Test
  void bodyOnTop_afterNestedJoins_isTheOuterAgain() throws Exception {
    TaskFuture<Boolean> outer =
        executor.submit(() -> {
          for (int i = 0; i < 10; i++) {
            executor.submit(() -> {}).get();
          }
          return true;
        });
    assertTrue(outer.get());
    assertFalse(outer.isCancelled());
  }

  /** Joins nested until the stack ends: some fail, none hangs, and the pool goes on. */
  @Test
  void nestedJoins_untilTheStackEnds_leaveThePoolUsable() throws Exception {
    for (int round = 0; round < 4; round++) {
      TaskFuture<Integer> root = executor.submit(this::descend);
      assertTrue(root.exception() instanceof Throwable);
      assertEquals("value", executor.submit(() -> "value").get());
    }
  }

  private int descend() throws Exception {
    return 1 + executor.submit(this::descend).get();
  }

  @Test
  void aFlagThatAHandlerLeaves_doesNotReachTheBodyBelow() throws Exception {
    try (TaskExecutor full =
        new BoundedVirtualThreadProvider()
            .open(
                ExecutorConfig.builder()
                    .workers(1)
                    .queueCapacity(1, RejectionPolicy.CALLER_RUNS)
                    .build())) {
      TaskFuture<Boolean> interrupted =
          full.submit(() -> {
            Thread.currentThread()
                .setUncaughtExceptionHandler((thread, thrown) -> thread.interrupt());
            full.execute(() -> {});
            full.execute(() -> {
              throw new IllegalStateException("made up");
            });
            return Thread.interrupted();
          });
      assertFalse(interrupted.result());
    }
  }
}
