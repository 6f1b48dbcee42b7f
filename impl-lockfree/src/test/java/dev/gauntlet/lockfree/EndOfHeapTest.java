package dev.gauntlet.lockfree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.lockfree.Probe.Call;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** A passing end of the heap, where the implementation itself meets it. */
class EndOfHeapTest {
  /** So that the table of workers refuses to remove it. */
  private static final int NO_SLOT = -5;

  /** A job that brings the end of the heap to its worker, outside of any body. */
  private static final class HeapEater extends Node implements Job {
    private final boolean strikes;

    HeapEater(boolean strikes) {
      super(PENDING);
      this.strikes = strikes;
    }

    @Override
    public boolean wasAwaited() {
      return false;
    }

    @Override
    public void runOn(Worker worker) {
      if (strikes) {
        throw new OutOfMemoryError("on purpose");
      }
    }

    @Override
    public void runByCaller() {}

    @Override
    public Runnable finishCancelling() {
      return () -> {};
    }

    @Override
    public void settleOrphan() {}

    @Override
    public void fail(Throwable failure) {}

    @Override
    public void announceFailure() {}
  }

  @Test
  void endOfTheHeapBetweenTasks_doesNotEndTheWorker() throws Exception {
    TaskExecutor executor = Probe.open(1);
    Thread worker = Probe.get(executor.submit(Thread::currentThread));
    LockFreePool pool = Probe.poolOf(executor);
    for (int i = 0; i < 3; i++) {
      pool.submit(new HeapEater(/* strikes= */ true));
      assertSame(worker, Probe.get(executor.submit(Thread::currentThread)));
    }
    assertEquals(1, pool.census().live());
    Probe.close(executor);
  }

  /** A worker that cannot be taken out of the table has left all the same. */
  @Test
  void endOfTheHeapOnTheWayOut_keepsNobodyInTheCensus() throws Exception {
    TaskExecutor executor = Probe.open(1);
    LockFreePool pool = Probe.poolOf(executor);
    pool.queue().offer(new HeapEater(/* strikes= */ false));
    pool.census().tryHire(pool.queue(), 0);
    Worker worker = new Worker(pool);
    worker.setSlot(NO_SLOT);
    worker.arm(Thread.currentThread());
    executor.shutdown();
    Call<Boolean> running =
        new Call<>(() -> {
          worker.run();
          return true;
        });
    var failure = assertThrows(ExecutionException.class, running::result);
    assertInstanceOf(IndexOutOfBoundsException.class, failure.getCause());
    assertEquals(0, pool.census().live());
    Probe.close(executor);
  }

  /** Where all workers have died, the last shutdown finds what they left behind. */
  @Test
  void taskThatNobodyCaresFor_isRunAfterTheShutdown() throws Exception {
    TaskExecutor executor = Probe.open(1);
    LockFreePool pool = Probe.poolOf(executor);
    CallableTask<Integer> stranded = new CallableTask<>(pool, () -> 1);
    pool.queue().offer(stranded);
    executor.shutdown();
    assertEquals(1, Probe.get(stranded));
    Probe.close(executor);
  }

  /** Or refuses it if no thread can be had. */
  @Test
  void taskThatNobodyCanRun_isRefusedByTheShutdown() throws Exception {
    TaskExecutor executor = Probe.open(config -> config.workers(1).threadFactory(body -> null));
    LockFreePool pool = Probe.poolOf(executor);
    CallableTask<Integer> stranded = new CallableTask<>(pool, () -> 1);
    pool.queue().offer(stranded);
    executor.shutdown();
    assertInstanceOf(RejectedExecutionException.class, stranded.exceptionNow());
    Probe.close(executor);
  }
}
