package dev.gauntlet.locking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.spi.RejectionPolicy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a worker that could not be started leaves to others. */
class FailedStartTest {

  @Test
  void tasksRefusedForIt_makeRoomForBlockedSubmitters() throws Exception {
    CountDownLatch starting = new CountDownLatch(1);
    CountDownLatch gate = new CountDownLatch(1);
    AtomicInteger threads = new AtomicInteger();
    TaskExecutor executor =
        new LockingProvider()
            .open(
                ExecutorConfig.builder()
                    .workers(1)
                    .queueCapacity(1, RejectionPolicy.BLOCK)
                    .threadFactory(worker -> {
                      starting.countDown();
                      Probe.awaitUninterruptibly(gate);
                      return threads.incrementAndGet() <= 2 ? null : new Thread(worker);
                    })
                    .build());
    Probe.Call<TaskFuture<String>> first = new Probe.Call<>(() -> executor.submit(() -> "first"));
    Probe.await(starting);
    TaskFuture<String> queued = executor.submit(() -> "queued");
    Probe.Call<TaskFuture<String>> blocked =
        new Probe.Call<>(() -> executor.submit(() -> "blocked"));
    Probe.untilParked(blocked.thread);
    gate.countDown();
    assertThrows(ExecutionException.class, first::result);
    assertThrows(ExecutionException.class, () -> Probe.get(queued));
    assertEquals("blocked", Probe.get(blocked.result()));
    Probe.close(executor);
  }
}
