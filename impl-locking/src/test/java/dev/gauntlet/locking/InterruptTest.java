package dev.gauntlet.locking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.TaskState;
import dev.gauntlet.locking.Probe.Call;
import dev.gauntlet.spi.ExecutorConfig;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class InterruptTest {

  /** A thread whose interrupt takes as long as the test wants. */
  private static final class SlowlyInterrupted extends Thread {
    final CountDownLatch entered = new CountDownLatch(1);
    final CountDownLatch proceed = new CountDownLatch(1);

    SlowlyInterrupted(Runnable body) {
      super(body);
    }

    @Override
    public void interrupt() {
      entered.countDown();
      Probe.awaitUninterruptibly(proceed);
      super.interrupt();
    }
  }

  @Test
  void interruptUnderWay_isAwaitedBeforeCallbacksAndTheNextBody() throws Exception {
    AtomicReference<SlowlyInterrupted> thread = new AtomicReference<>();
    TaskExecutor executor =
        new LockingProvider()
            .open(
                ExecutorConfig.builder()
                    .workers(1)
                    .threadFactory(body -> {
                      thread.set(new SlowlyInterrupted(body));
                      return thread.get();
                    })
                    .build());
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    TaskFuture<?> target =
        executor.submit(() -> {
          running.countDown();
          Probe.awaitUninterruptibly(release);
        });
    Probe.await(running);
    AtomicBoolean nextRan = new AtomicBoolean();
    TaskFuture<Boolean> next =
        executor.submit(() -> {
          nextRan.set(true);
          return Thread.currentThread().isInterrupted();
        });
    Call<Boolean> cancelling = new Call<>(() -> target.cancel(true));
    Probe.await(thread.get().entered);
    assertTrue(target.isCancelled());

    release.countDown();
    Probe.untilParked(thread.get());
    assertEquals(TaskState.PENDING, next.taskState());
    assertFalse(nextRan.get());

    thread.get().proceed.countDown();
    assertTrue(cancelling.result());
    assertFalse(Probe.get(next));
    Probe.close(executor);
  }

  @Test
  void interruptThatIsRefused_doesNotFailTheCancel() throws Exception {
    TaskExecutor executor =
        new LockingProvider()
            .open(
                ExecutorConfig.builder()
                    .workers(1)
                    .threadFactory(body ->
                        new Thread(body) {
                          @Override
                          public void interrupt() {
                            throw new SecurityException("on purpose");
                          }
                        })
                    .build());
    Probe.Held held = new Probe.Held(executor);
    assertTrue(held.future.cancel(true));
    assertTrue(held.future.isCancelled());
    held.release();
    Probe.close(executor);
  }

  @Test
  void flagOfACallbackThatThrows_isGoneInTheFailureHandler() throws Exception {
    List<Boolean> flags = Collections.synchronizedList(new ArrayList<>());
    TaskExecutor executor =
        new LockingProvider()
            .open(
                ExecutorConfig.builder()
                    .workers(1)
                    .callbackFailureHandler(
                        (future, failure) -> flags.add(Thread.currentThread().isInterrupted()))
                    .build());
    Probe.Held held = new Probe.Held(executor);
    held.future.addDoneCallback(done -> {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("on purpose");
    });
    held.future.addDoneCallback(
        done -> {},
        handedOver -> {
          Thread.currentThread().interrupt();
          throw new IllegalStateException("refused, on purpose");
        });
    held.future.addDoneCallback(
        done -> {
          Thread.currentThread().interrupt();
          throw new IllegalStateException("handed over, on purpose");
        },
        Runnable::run);
    held.release();
    Probe.close(executor);
    assertEquals(List.of(false, false, false), flags);
  }

  @Test
  void interruptOfOneself_thatRunsCallbacks_doesNotWaitForItself() throws Exception {
    LockingPromise<String> promise = new LockingPromise<>();
    AtomicBoolean flagInCallback = new AtomicBoolean(true);
    promise.addDoneCallback(done -> flagInCallback.set(Thread.currentThread().isInterrupted()));
    TaskExecutor executor =
        new LockingProvider()
            .open(
                ExecutorConfig.builder()
                    .workers(1)
                    .threadFactory(body ->
                        new Thread(body) {
                          @Override
                          public void interrupt() {
                            super.interrupt();
                            promise.trySucceed("interrupted");
                          }
                        })
                    .build());
    AtomicReference<TaskFuture<?>> self = new AtomicReference<>();
    CountDownLatch submitted = new CountDownLatch(1);
    AtomicBoolean flagInBody = new AtomicBoolean();
    self.set(
        executor.submit(() -> {
          Probe.awaitUninterruptibly(submitted);
          self.get().cancel(true);
          flagInBody.set(Thread.currentThread().isInterrupted());
        }));
    submitted.countDown();
    Probe.close(executor);
    assertTrue(promise.isDone());
    assertFalse(flagInCallback.get());
    assertTrue(flagInBody.get());
  }

  @Test
  void interruptOfTheOuterBody_waitsForTheInnerOne() throws Exception {
    TaskExecutor executor = Probe.open(1);
    CountDownLatch innerRuns = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    AtomicBoolean innerInterrupted = new AtomicBoolean(true);
    AtomicBoolean outerInterrupted = new AtomicBoolean();
    CountDownLatch outerEnded = new CountDownLatch(1);
    TaskFuture<?> outer =
        executor.submit(() -> {
          TaskFuture<?> inner =
              executor.submit(() -> {
                innerRuns.countDown();
                Probe.await(release);
                innerInterrupted.set(Thread.currentThread().isInterrupted());
                return null;
              });
          Object ignored = inner.get();
          outerInterrupted.set(Thread.currentThread().isInterrupted());
          outerEnded.countDown();
          return null;
        });
    Probe.await(innerRuns);
    assertTrue(outer.cancel(true));
    release.countDown();
    Probe.await(outerEnded);
    assertFalse(innerInterrupted.get());
    assertTrue(outerInterrupted.get());
    assertFalse(Probe.get(executor.submit(() -> Thread.currentThread().isInterrupted())));
    Probe.close(executor);
  }

  @Test
  void interruptOfTheInnerBody_doesNotReachTheOuterOne() throws Exception {
    TaskExecutor executor = Probe.open(1);
    CountDownLatch innerRuns = new CountDownLatch(1);
    AtomicReference<TaskFuture<?>> inner = new AtomicReference<>();
    AtomicBoolean innerInterrupted = new AtomicBoolean();
    TaskFuture<Boolean> outer =
        executor.submit(() -> {
          inner.set(
              executor.submit(() -> {
                innerRuns.countDown();
                try {
                  new CountDownLatch(1).await();
                } catch (InterruptedException interrupt) {
                  innerInterrupted.set(true);
                  Thread.currentThread().interrupt();
                }
              }));
          assertThrows(CancellationException.class, () -> inner.get().get());
          return Thread.currentThread().isInterrupted();
        });
    Probe.await(innerRuns);
    assertTrue(inner.get().cancel(true));
    assertFalse(Probe.get(outer));
    assertTrue(innerInterrupted.get());
    Probe.close(executor);
  }

  @Test
  void shutdownNow_interruptsEveryBodyOfAStack() throws Exception {
    TaskExecutor executor = Probe.open(1);
    CountDownLatch innerRuns = new CountDownLatch(1);
    AtomicInteger interrupts = new AtomicInteger();
    TaskFuture<Boolean> outer =
        executor.submit(() -> {
          TaskFuture<?> inner =
              executor.submit(() -> {
                innerRuns.countDown();
                try {
                  new CountDownLatch(1).await();
                } catch (InterruptedException interrupt) {
                  interrupts.incrementAndGet();
                }
              });
          assertNull(inner.get());
          return Thread.currentThread().isInterrupted();
        });
    Probe.await(innerRuns);
    assertTrue(executor.shutdownNow().isEmpty());
    assertTrue(Probe.get(outer));
    assertEquals(1, interrupts.get());
    Probe.close(executor);
  }

  @Test
  void callbacksInsideABody_seeAClearFlag_andTheBodyGetsItsOwnBack() throws Exception {
    TaskExecutor executor = Probe.open(1);
    LockingPromise<String> promise = new LockingPromise<>();
    LockingPromise<String> done = new LockingPromise<>();
    done.trySucceed("done");
    AtomicInteger flags = new AtomicInteger();
    promise.addDoneCallback(ended -> {
      flags.addAndGet(Thread.currentThread().isInterrupted() ? 1 : 0);
      Thread.currentThread().interrupt();
    });
    promise.addDoneCallback(
        ended -> flags.addAndGet(Thread.currentThread().isInterrupted() ? 10 : 0));
    TaskFuture<Boolean> body =
        executor.submit(() -> {
          Thread.currentThread().interrupt();
          promise.trySucceed("value");
          done.addDoneCallback(
              late -> flags.addAndGet(Thread.currentThread().isInterrupted() ? 100 : 0));
          return Thread.currentThread().isInterrupted();
        });
    assertTrue(Probe.get(body));
    assertEquals(0, flags.get());
    Probe.close(executor);
  }

  @Test
  void interruptDuringACallbackInsideTheBody_isKeptForTheBody() throws Exception {
    TaskExecutor executor = Probe.open(1);
    LockingPromise<String> promise = new LockingPromise<>();
    CountDownLatch inCallback = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    AtomicBoolean inCallbackFlag = new AtomicBoolean(true);
    AtomicBoolean inBodyFlag = new AtomicBoolean();
    promise.addDoneCallback(ended -> {
      inCallback.countDown();
      Probe.awaitUninterruptibly(release);
      inCallbackFlag.set(Thread.currentThread().isInterrupted());
    });
    TaskFuture<?> body =
        executor.submit(() -> {
          promise.trySucceed("value");
          inBodyFlag.set(Thread.currentThread().isInterrupted());
        });
    Probe.await(inCallback);
    assertTrue(body.cancel(true));
    release.countDown();
    Probe.close(executor);
    assertFalse(inCallbackFlag.get());
    assertTrue(inBodyFlag.get());
  }

  @Test
  void cancelOfBodies_neverInterruptsTheNextOne() throws Exception {
    TaskExecutor executor = Probe.open(1);
    AtomicInteger strays = new AtomicInteger();
    AtomicInteger cancelled = new AtomicInteger();
    for (int round = 0; round < 5_000; round++) {
      CountDownLatch running = new CountDownLatch(1);
      TaskFuture<?> target = executor.submit(running::countDown);
      target.addDoneCallback(done -> {
        if (Worker.current() != null && Thread.currentThread().isInterrupted()) {
          strays.incrementAndGet();
        }
      });
      TaskFuture<?> next =
          executor.submit(() -> {
            for (int i = 0; i < 50; i++) {
              if (Thread.currentThread().isInterrupted()) {
                strays.incrementAndGet();
              }
            }
          });
      running.await();
      if (target.cancel(true)) {
        cancelled.incrementAndGet();
      }
      Object ignored = next.get();
    }
    assertEquals(0, strays.get());
    assertTrue(cancelled.get() > 0, "no cancel met a running body");
    Probe.close(executor);
  }

  @Test
  void strayInterruptOfAnIdleWorker_isAbsorbed() throws Exception {
    TaskExecutor executor = Probe.open(1);
    Thread worker = Probe.get(executor.submit(Thread::currentThread));
    for (int i = 0; i < 100; i++) {
      Probe.untilParked(worker);
      worker.interrupt();
      Probe.until("the flag is absorbed", () -> !worker.isInterrupted());
    }
    assertFalse(Probe.get(executor.submit(() -> Thread.currentThread().isInterrupted())));
    Probe.close(executor);
  }
}
