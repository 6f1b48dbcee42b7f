package dev.gauntlet.virtualthreads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.spi.RejectionPolicy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** R19: a worker whose stack ends while it helps leaves every task done and its pool usable. */
class StackEndNestedTest {
  private static final int ROUNDS = 12;
  private static final int SUBMITTERS = 200;

  private static TaskExecutor open(int workers) {
    return new BoundedVirtualThreadProvider()
        .open(ExecutorConfig.builder().workers(workers).build());
  }

  private static void assertUsable(TaskExecutor executor) throws Exception {
    assertEquals("value", executor.submit(() -> "value").get(20, TimeUnit.SECONDS));
    executor.shutdown();
    assertTrue(executor.awaitTermination(20, TimeUnit.SECONDS), executor::toString);
  }

  @Test
  void helping_atTheEndOfTheStack_leavesEachTaskDoneAndItsCallbackCalled() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      int offset = round;
      TaskExecutor executor = open(1);
      AtomicInteger called = new AtomicInteger();
      List<TaskFuture<Integer>> helped = Collections.synchronizedList(new ArrayList<>());
      TaskFuture<?> root =
          executor.submit(() -> {
            for (int i = 0; i < StackEnd.ATTEMPTS; i++) {
              helped.add(executor.submit(() -> 1));
              helped.get(i).addDoneCallback(done -> called.incrementAndGet());
            }
            StackEnd.sweepHere(offset, i -> join(helped.get(i)));
          });
      root.get(20, TimeUnit.SECONDS);
      assertUsable(executor);
      assertTrue(helped.stream().allMatch(TaskFuture::isDone), helped::toString);
      assertEquals(helped.size(), called.get());
    }
  }

  /** Each task that is helped makes a place in the queue, for which somebody waits. */
  @Test
  void helping_atTheEndOfTheStack_callsTheSubmittersThatWait() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      int offset = round;
      TaskExecutor executor =
          new BoundedVirtualThreadProvider()
              .open(
                  ExecutorConfig.builder()
                      .workers(1)
                      .queueCapacity(StackEnd.ATTEMPTS, RejectionPolicy.BLOCK)
                      .build());
      List<Thread> submitters = Collections.synchronizedList(new ArrayList<>());
      TaskFuture<?> root =
          executor.submit(() -> {
            List<TaskFuture<Integer>> helped = new ArrayList<>();
            for (int i = 0; i < StackEnd.ATTEMPTS; i++) {
              helped.add(executor.submit(() -> 1));
            }
            for (int i = 0; i < SUBMITTERS; i++) {
              submitters.add(Thread.startVirtualThread(() -> executor.execute(() -> {})));
            }
            submitters.forEach(Await::parked);
            StackEnd.sweepHere(offset, i -> join(helped.get(i)));
          });
      root.get(20, TimeUnit.SECONDS);
      submitters.forEach(Await::ended);
      assertUsable(executor);
    }
  }

  private static void join(TaskFuture<Integer> task) {
    try {
      var unused = task.exception();
    } catch (InterruptedException never) {
      throw new AssertionError(never);
    }
  }

  @Test
  void nestedJoins_untilTheStackEnds_leaveNoTaskRunning() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      int offset = round;
      TaskExecutor executor = open(1 + round % 2);
      List<TaskFuture<?>> all = Collections.synchronizedList(new ArrayList<>());
      AtomicBoolean ended = new AtomicBoolean();
      all.add(executor.submit(() -> startLower(offset, () -> nest(executor, all, ended))));
      Await.until("the stack ends", ended::get);
      assertUsable(executor);
      assertTrue(all.stream().allMatch(TaskFuture::isDone), all::toString);
    }
  }

  private static void startLower(int frames, Runnable action) {
    if (frames == 0) {
      action.run();
    } else {
      startLower(frames - 1, action);
    }
  }

  private static void nest(TaskExecutor executor, List<TaskFuture<?>> all, AtomicBoolean ended) {
    if (ended.get()) {
      return;
    }
    try {
      TaskFuture<?> inner = executor.submit(() -> nest(executor, all, ended));
      all.add(inner);
      var unused = inner.get();
    } catch (ExecutionException innerStackEnded) {
      ended.set(true);
    } catch (InterruptedException never) {
      throw new AssertionError(never);
    } catch (StackOverflowError end) {
      ended.set(true);
      throw end;
    }
  }
}
