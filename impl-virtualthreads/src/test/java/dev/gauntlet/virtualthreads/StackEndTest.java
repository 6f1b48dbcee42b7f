package dev.gauntlet.virtualthreads;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.spi.ExecutorConfig;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * R19: a caller whose stack ends inside an operation takes nobody else with it. Only what starts no
 * thread is swept: the JDK makes no such promise about starting one.
 */
class StackEndTest {
  private static final int ATTEMPTS = 400;
  private static final int FRAMES_SWEPT = 80;
  private int reached;

  /** Calls the action from ever closer to the end of the stack. */
  private void sweep(Runnable action) {
    Thread caller =
        new Thread(
            null,
            () -> {
              for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                int left = FRAMES_SWEPT - attempt % FRAMES_SWEPT;
                try {
                  descend(deepest() - left, action);
                } catch (StackOverflowError expected) {
                  // What happened before it is looked at afterwards.
                }
              }
            },
            "deep caller",
            256 * 1024);
    caller.start();
    Await.ended(caller);
  }

  private int deepest() {
    reached = 0;
    try {
      fall();
    } catch (StackOverflowError end) {
      // reached is as deep as it gets
    }
    return reached;
  }

  private void fall() {
    reached++;
    fall();
  }

  private void descend(int levels, Runnable action) {
    if (levels > 0) {
      descend(levels - 1, action);
    } else {
      action.run();
    }
  }

  private static void assertUsable(TaskExecutor executor) throws Exception {
    assertEquals("value", executor.submit(() -> "value").get(20, TimeUnit.SECONDS));
    executor.shutdown();
    assertEquals(true, executor.awaitTermination(20, TimeUnit.SECONDS));
  }

  @Test
  void submitAndCancel_queued_leavesThePoolUsable() throws Exception {
    TaskExecutor executor =
        new BoundedVirtualThreadProvider().open(ExecutorConfig.builder().workers(1).build());
    CountDownLatch gate = new CountDownLatch(1);
    executor.submit(() -> Await.latch(gate));
    Deque<TaskFuture<?>> queued = new ArrayDeque<>();
    for (int i = 0; i < ATTEMPTS; i++) {
      queued.add(executor.submit(() -> {}));
    }
    sweep(() -> queued.remove().cancel());
    sweep(() -> executor.execute(() -> {}));
    gate.countDown();
    assertUsable(executor);
  }
}
