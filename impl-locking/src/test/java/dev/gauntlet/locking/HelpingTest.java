package dev.gauntlet.locking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.TaskState;
import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.spi.WorkerAware;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class HelpingTest {

  private static int fibonacci(TaskExecutor executor, int n) throws Exception {
    if (n < 2) {
      return n;
    }
    TaskFuture<Integer> left = executor.submit(() -> fibonacci(executor, n - 1));
    return fibonacci(executor, n - 2) + left.get();
  }

  @Test
  void recursiveTasks_endOnAnyNumberOfWorkers() throws Exception {
    for (int workers = 1; workers <= 4; workers++) {
      TaskExecutor executor = Probe.open(workers);
      assertEquals(987, Probe.get(executor.submit(() -> fibonacci(executor, 16))));
      Probe.close(executor);
    }
  }

  @Test
  void helping_inACallback_runsTheTask() throws Exception {
    TaskExecutor executor = Probe.open(1);
    Probe.Held held = new Probe.Held(executor);
    AtomicReference<Object> seen = new AtomicReference<>();
    TaskFuture<String> pending = executor.submit(() -> "helped");
    held.future.addDoneCallback(done -> {
      try {
        seen.set(pending.get());
      } catch (Exception failure) {
        seen.set(failure);
      }
    });
    held.release();
    Probe.close(executor);
    assertEquals("helped", seen.get());
  }

  @Test
  void selfJoin_throws_alsoFromATaskRunInPlace() throws Exception {
    TaskExecutor executor = Probe.open(1);
    AtomicReference<TaskFuture<?>> self = new AtomicReference<>();
    CountDownLatch submitted = new CountDownLatch(1);
    TaskFuture<?> outer =
        executor.submit(() -> {
          submitted.await();
          TaskFuture<?> inner = executor.submit(() -> self.get().get());
          ExecutionException failed = assertThrows(ExecutionException.class, inner::get);
          assertTrue(failed.getCause() instanceof IllegalStateException);
          assertThrows(IllegalStateException.class, () -> self.get().get());
          assertThrows(TimeoutException.class, () -> self.get().get(1, TimeUnit.MILLISECONDS));
          return null;
        });
    self.set(outer);
    submitted.countDown();
    Probe.get(outer);
    Probe.close(executor);
  }

  @Test
  void stackOverflowWhileHelping_strandsNoTask() throws Exception {
    TaskExecutor executor = Probe.open(1);
    List<TaskFuture<?>> submitted = Collections.synchronizedList(new ArrayList<>());
    AtomicBoolean overflown = new AtomicBoolean();
    class Descent {
      void descend() throws Exception {
        if (overflown.get()) {
          return;
        }
        try {
          deeper();
        } catch (StackOverflowError overflow) {
          overflown.set(true);
          throw overflow;
        }
      }

      private void deeper() throws Exception {
        TaskFuture<?> next =
            executor.submit(() -> {
              descend();
              return null;
            });
        submitted.add(next);
        next.get();
      }
    }
    TaskFuture<?> outer =
        executor.submit(() -> {
          new Descent().descend();
          return null;
        });
    Throwable failure = Probe.get(executor.submit(() -> outer.exception()));
    while (failure instanceof ExecutionException) {
      failure = failure.getCause();
    }
    assertTrue(failure instanceof StackOverflowError, () -> "unexpected " + outer);
    Probe.close(executor);
    for (TaskFuture<?> future : submitted) {
      assertTrue(future.isDone(), future::toString);
    }
    assertTrue(submitted.size() > 10);
  }

  @Test
  void initializer_doesNotHelp() throws Exception {
    AtomicReference<TaskExecutor> pool = new AtomicReference<>();
    AtomicReference<Object> seen = new AtomicReference<>();
    CountDownLatch submitted = new CountDownLatch(1);
    AtomicReference<TaskFuture<String>> pending = new AtomicReference<>();
    pool.set(
        new LockingProvider()
            .open(
                ExecutorConfig.builder()
                    .workers(1)
                    .initializer(() -> {
                      Probe.awaitUninterruptibly(submitted);
                      LockingTask<?> task = (LockingTask<?>) pending.get();
                      seen.set(task.tryRunInPlace());
                    })
                    .build()));
    pending.set(pool.get().submit(() -> "value"));
    submitted.countDown();
    assertEquals("value", Probe.get(pending.get()));
    assertEquals(false, seen.get());
    Probe.close(pool.get());
  }

  @Test
  void aWorkerOfAnotherPool_doesNotHelp() throws Exception {
    TaskExecutor busy = Probe.open(1);
    TaskExecutor other = Probe.open(1);
    Probe.Held held = new Probe.Held(busy);
    LockingTask<?> pending = (LockingTask<?>) busy.submit(() -> "value");
    assertFalse(Probe.get(other.submit(pending::tryRunInPlace)));
    assertEquals(TaskState.PENDING, pending.taskState());
    held.release();
    Probe.close(busy);
    Probe.close(other);
  }

  @Test
  void aLentThread_isAWorkerOfThePoolThatLendsIt_too() throws Exception {
    TaskExecutor lender = Probe.open(1);
    TaskExecutor borrower = openOnThreadsOf(lender);
    TaskFuture<Boolean> known =
        borrower.submit(() -> ((WorkerAware) lender).isCurrentThreadWorker());
    TaskFuture<Boolean> helped =
        borrower.submit(() -> ((LockingTask<?>) lender.submit(() -> "value")).tryRunInPlace());
    assertTrue(Probe.get(known));
    assertTrue(Probe.get(helped));
    Probe.close(borrower);
    Probe.close(lender);
  }

  @Test
  void anInterruptForABodyOnALentThread_waitsForTheTaskThatItHelps() throws Exception {
    TaskExecutor lender = Probe.open(1);
    TaskExecutor borrower = openOnThreadsOf(lender);
    AtomicReference<TaskFuture<?>> self = new AtomicReference<>();
    AtomicReference<Boolean> flagAfterwards = new AtomicReference<>();
    AtomicReference<Boolean> flagInHelped = new AtomicReference<>();
    CountDownLatch submitted = new CountDownLatch(1);
    self.set(
        borrower.submit(() -> {
          Probe.awaitUninterruptibly(submitted);
          TaskFuture<Boolean> pending =
              lender.submit(() -> {
                self.get().cancel(true);
                return Thread.currentThread().isInterrupted();
              });
          flagInHelped.set(((LockingTask<?>) pending).tryRunInPlace() ? pending.resultNow() : null);
          flagAfterwards.set(Thread.currentThread().isInterrupted());
        }));
    submitted.countDown();
    Probe.close(borrower);
    Probe.close(lender);
    assertEquals(false, flagInHelped.get());
    assertEquals(true, flagAfterwards.get());
  }

  /** Opens a pool of one worker, which runs in a body of {@code lender}. */
  private static TaskExecutor openOnThreadsOf(TaskExecutor lender) {
    return new LockingProvider()
        .open(
            ExecutorConfig.builder()
                .workers(1)
                .threadFactory(worker ->
                    new Thread(worker) {
                      @Override
                      public void start() {
                        lender.execute(worker);
                      }
                    })
                .build());
  }

  @Test
  void aKeptInnerFuture_doesNotRetainTheOuterTask() throws Exception {
    TaskExecutor executor = Probe.open(1);
    AtomicReference<TaskFuture<?>> kept = new AtomicReference<>();
    WeakReference<?> outer = submitNested(executor, kept);
    Probe.untilCollected("the outer task", outer);
    assertTrue(kept.get().isDone());
    Probe.close(executor);
  }

  private static WeakReference<?> submitNested(
      TaskExecutor executor, AtomicReference<TaskFuture<?>> kept) throws Exception {
    TaskFuture<?> outer =
        executor.submit(() -> {
          TaskFuture<?> inner = executor.submit(() -> "inner");
          kept.set(inner);
          return inner.get();
        });
    Probe.get(outer);
    return new WeakReference<>(outer);
  }
}
