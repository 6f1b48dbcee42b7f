package dev.gauntlet.virtualthreads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.BrokenExecutorException;
import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.spi.ExecutorConfig;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** B2: while a pool breaks, some of its tasks have failed and others have yet to. */
class BreakTest {

  private static TaskExecutor open(int workers, Runnable initializer) {
    return new BoundedVirtualThreadProvider()
        .open(ExecutorConfig.builder().workers(workers).initializer(initializer).build());
  }

  /** A waiter holds up whoever fails the tasks, in the middle of them. */
  private static CountDownLatch holdUpAt(TaskFuture<?> task, CountDownLatch goOn) {
    CountDownLatch failed = new CountDownLatch(1);
    assertTrue(
        ((VirtualFuture<?>) task)
            .addWaiter(done -> {
              failed.countDown();
              Await.latch(goOn);
            }));
    return failed;
  }

  /** The task of a worker that is ready only now is the last that would be failed. */
  @Test
  void whatStartsAfterAnotherHasFailed_isNotRun() throws Exception {
    AtomicInteger initialized = new AtomicInteger();
    CountDownLatch fail = new CountDownLatch(1);
    CountDownLatch ready = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    TaskExecutor executor =
        open(
            2,
            () -> {
              if (initialized.getAndIncrement() == 0) {
                Await.latch(fail);
                throw new IllegalStateException("on purpose");
              }
              Await.latch(ready);
            });
    AtomicInteger ran = new AtomicInteger();
    executor.submit(ran::incrementAndGet);
    Await.until("the first worker is there", () -> initialized.get() == 1);
    TaskFuture<?> assigned = executor.submit(ran::incrementAndGet);
    Await.until("the second worker is there", () -> initialized.get() == 2);
    TaskFuture<?> queued = executor.submit(ran::incrementAndGet);
    CountDownLatch failed = holdUpAt(queued, goOn);
    fail.countDown();
    Await.latch(failed);
    ready.countDown();
    assertInstanceOf(BrokenExecutorException.class, assigned.exception());
    goOn.countDown();
    assertTrue(executor.awaitTermination(20, TimeUnit.SECONDS));
    assertEquals(0, ran.get());
  }

  /** Somebody else has begun to fail the task, so who would help it waits like everybody (N2). */
  @Test
  void whoJoinsATaskThatIsJustFailed_waitsForThat() throws Exception {
    TaskExecutor executor = open(1, () -> {});
    CountDownLatch submitted = new CountDownLatch(1);
    CountDownLatch failing = new CountDownLatch(1);
    TaskFuture<?>[] inner = {null};
    Thread[] worker = {null};
    TaskFuture<Throwable> outer =
        executor.submit(() -> {
          worker[0] = Thread.currentThread();
          inner[0] = executor.submit(() -> "never");
          submitted.countDown();
          while (failing.getCount() > 0) {
            Thread.yield(); // and does not park before it joins
          }
          return inner[0].exception();
        });
    Await.latch(submitted);
    PooledTask<?> task = (PooledTask<?>) inner[0];
    assertTrue(task.casWord(task.word(), task.word() | StateWord.FAILING));
    failing.countDown();
    Await.parked(worker[0]);
    IllegalStateException failure = new IllegalStateException("on purpose");
    assertTrue(task.casPayload(task.payloadVolatile(), failure));
    assertTrue(task.casWord(task.word(), StateWord.withStatus(task.word(), StateWord.FAILED)));
    task.settled();
    assertSame(failure, outer.get());
    executor.close();
  }
}
