package dev.gauntlet.lockfree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.TaskState;
import dev.gauntlet.lockfree.Probe.Call;
import dev.gauntlet.lockfree.Probe.Held;
import dev.gauntlet.spi.RejectionPolicy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class InterruptGateTest {

  /** A thread whose interrupt takes as long as the test wants. */
  private static final class SlowlyInterrupted extends Thread {
    final CountDownLatch entered = new CountDownLatch(1);
    final CountDownLatch proceed = new CountDownLatch(1);

    SlowlyInterrupted(Runnable body) {
      super(body);
    }

    @Override
    public void interrupt() {
      if (Thread.currentThread() != this) {
        entered.countDown();
        Probe.awaitUninterruptibly(proceed);
      }
      super.interrupt();
    }
  }

  private static TaskExecutor open(AtomicReference<SlowlyInterrupted> thread) {
    return Probe.open(config ->
        config
            .workers(1)
            .threadFactory(body -> {
              thread.set(new SlowlyInterrupted(body));
              return thread.get();
            }));
  }

  private static boolean flag() {
    return Thread.currentThread().isInterrupted();
  }

  @Test
  void interruptOfCancel_isAwaitedBeforeTheNextBody() throws Exception {
    AtomicReference<SlowlyInterrupted> thread = new AtomicReference<>();
    TaskExecutor executor = open(thread);
    Held held = new Held(executor);
    AtomicBoolean nextRan = new AtomicBoolean();
    TaskFuture<Boolean> next =
        executor.submit(() -> {
          nextRan.set(true);
          return flag();
        });
    Call<Boolean> cancelling = new Call<>(() -> held.future.cancel(true));
    Probe.await(thread.get().entered);
    assertTrue(held.future.isCancelled());
    held.release();
    Probe.untilParked(thread.get());
    assertFalse(nextRan.get());
    thread.get().proceed.countDown();
    assertTrue(cancelling.result());
    assertFalse(Probe.get(next));
    Probe.close(executor);
  }

  @Test
  void interruptOfStop_isAwaitedBeforeCallbacks() throws Exception {
    AtomicReference<SlowlyInterrupted> thread = new AtomicReference<>();
    TaskExecutor executor = open(thread);
    Held held = new Held(executor);
    AtomicReference<Boolean> seen = new AtomicReference<>();
    held.future.addDoneCallback(done -> seen.set(flag()));
    Call<List<Runnable>> stopping = new Call<>(executor::shutdownNow);
    Probe.await(thread.get().entered);
    held.release();
    Probe.get(held.future);
    Probe.untilParked(thread.get());
    assertEquals(null, seen.get());
    thread.get().proceed.countDown();
    assertTrue(stopping.result().isEmpty());
    Probe.close(executor);
    assertEquals(false, seen.get());
  }

  /** An interrupt that refuses leaves the cancellation as it is. */
  @Test
  void threadThatCannotBeInterrupted_isCancelledAllTheSame() throws Exception {
    TaskExecutor executor =
        Probe.open(config ->
            config
                .workers(1)
                .threadFactory(body ->
                    new Thread(body) {
                      @Override
                      public void interrupt() {
                        throw new SecurityException("not this one");
                      }
                    }));
    Held held = new Held(executor);
    assertTrue(held.future.cancel(true));
    assertTrue(held.future.isCancelled());
    held.release();
    assertFalse(Probe.get(executor.submit(InterruptGateTest::flag)));
    Probe.close(executor);
  }

  /** cancel(true) of a body below a helped one waits for that to end. */
  @Test
  void cancelOfTheJoiningBody_spareTheHelpedOneAndKeepsItsFlag() throws Exception {
    TaskExecutor executor = Probe.open(1);
    CountDownLatch innerRuns = new CountDownLatch(1);
    CountDownLatch outerCancelled = new CountDownLatch(1);
    List<Boolean> flags = Collections.synchronizedList(new ArrayList<>());
    TaskFuture<?> outer =
        executor.submit(() -> {
          TaskFuture<?> inner =
              executor.submit(() -> {
                innerRuns.countDown();
                Probe.awaitUninterruptibly(outerCancelled);
                flags.add(flag());
              });
          inner.addDoneCallback(done -> flags.add(flag()));
          inner.get();
          flags.add(flag());
          return null;
        });
    Probe.await(innerRuns);
    assertEquals(TaskState.RUNNING, outer.taskState());
    assertFalse(outer.cancel());
    assertTrue(outer.cancel(true));
    outerCancelled.countDown();
    assertFalse(Probe.get(executor.submit(InterruptGateTest::flag)));
    assertEquals(List.of(false, false, true), flags);
    Probe.close(executor);
  }

  @Test
  void cancelOfTheHelpedBody_sparesTheJoiningOne() throws Exception {
    TaskExecutor executor = Probe.open(1);
    CountDownLatch innerRuns = new CountDownLatch(1);
    CountDownLatch cancelled = new CountDownLatch(1);
    AtomicReference<TaskFuture<?>> inner = new AtomicReference<>();
    List<Boolean> flags = Collections.synchronizedList(new ArrayList<>());
    TaskFuture<?> outer =
        executor.submit(() -> {
          inner.set(
              executor.submit(() -> {
                innerRuns.countDown();
                Probe.awaitUninterruptibly(cancelled);
                flags.add(flag());
              }));
          assertTrue(((LockFreeFuture<?>) inner.get()).tryRunInPlace());
          flags.add(flag());
        });
    Probe.await(innerRuns);
    assertTrue(inner.get().cancel(true));
    cancelled.countDown();
    Probe.get(outer);
    assertEquals(List.of(true, false), flags);
    Probe.close(executor);
  }

  /** The flag a body has set for itself is hidden from what runs above it, and given back. */
  @Test
  void ownFlagOfABody_survivesHelpingAndCallbacks() throws Exception {
    TaskExecutor executor = Probe.open(1);
    List<Boolean> flags = Collections.synchronizedList(new ArrayList<>());
    Probe.get(
        executor.submit(() -> {
          LockFreePromise<Integer> promise = new LockFreePromise<>();
          promise.addDoneCallback(done -> flags.add(flag()));
          TaskFuture<?> helped = executor.submit(() -> flags.add(flag()));
          Thread.currentThread().interrupt();
          promise.trySucceed(1);
          flags.add(flag());
          promise.addDoneCallback(done -> flags.add(flag()));
          flags.add(flag());
          assertTrue(((LockFreeFuture<?>) helped).tryRunInPlace());
          flags.add(flag());
          return Thread.interrupted();
        }));
    assertEquals(List.of(false, true, false, true, false, true), flags);
    Probe.close(executor);
  }

  @Test
  void flagOfACallback_isGoneBeforeTheNextOne() throws Exception {
    TaskExecutor executor = Probe.open(1);
    Held held = new Held(executor);
    List<Boolean> flags = Collections.synchronizedList(new ArrayList<>());
    for (int i = 0; i < 3; i++) {
      held.future.addDoneCallback(done -> {
        flags.add(flag());
        Thread.currentThread().interrupt();
      });
    }
    held.release();
    assertFalse(Probe.get(executor.submit(InterruptGateTest::flag)));
    assertEquals(List.of(false, false, false), flags);
    Probe.close(executor);
  }

  /** Every body on the stack is told of the stop once, the top one at once. */
  @Test
  void stop_reachesEveryBodyOnTheStackOnce() throws Exception {
    TaskExecutor executor = Probe.open(1);
    CountDownLatch innerRuns = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    List<String> seen = Collections.synchronizedList(new ArrayList<>());
    TaskFuture<?> outer =
        executor.submit(() -> {
          TaskFuture<?> inner =
              executor.submit(() -> {
                innerRuns.countDown();
                Probe.awaitUninterruptibly(stopped);
                seen.add("inner " + Thread.interrupted());
                LockFreePromise<Integer> promise = new LockFreePromise<>();
                promise.addDoneCallback(done -> seen.add("callback " + flag()));
                promise.trySucceed(1);
                seen.add("inner again " + Thread.interrupted());
              });
          inner.get();
          seen.add("outer " + Thread.interrupted());
          LockFreePromise<Integer> promise = new LockFreePromise<>();
          promise.trySucceed(1);
          promise.addDoneCallback(done -> seen.add("late " + flag()));
          seen.add("outer again " + flag());
          return null;
        });
    outer.addDoneCallback(done -> seen.add("last " + flag()));
    Probe.await(innerRuns);
    executor.shutdownNow();
    executor.shutdownNow();
    stopped.countDown();
    Probe.close(executor);
    assertEquals(
        List.of(
            "inner true",
            "callback false",
            "inner again false",
            "outer true",
            "late false",
            "outer again false",
            "last false"),
        seen);
  }

  /** A stop that comes while a callback hides the body is made up for. */
  @Test
  void stopDuringACallback_sparesItAndReachesTheBodyBelow() throws Exception {
    TaskExecutor executor = Probe.open(1);
    CountDownLatch inCallback = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    List<Boolean> flags = Collections.synchronizedList(new ArrayList<>());
    TaskFuture<?> body =
        executor.submit(() -> {
          LockFreePromise<Integer> promise = new LockFreePromise<>();
          promise.addDoneCallback(done -> {
            inCallback.countDown();
            Probe.awaitUninterruptibly(stopped);
            flags.add(flag());
          });
          promise.trySucceed(1);
          flags.add(flag());
        });
    Probe.await(inCallback);
    executor.shutdownNow();
    stopped.countDown();
    Probe.get(body);
    assertEquals(List.of(false, true), flags);
    Probe.close(executor);
  }

  @Test
  void workerThatStopsItsOwnPool_isInterruptedItself() throws Exception {
    TaskExecutor executor = Probe.open(2);
    List<Boolean> flags = Collections.synchronizedList(new ArrayList<>());
    TaskFuture<?> body =
        executor.submit(() -> {
          executor.shutdownNow();
          flags.add(flag());
        });
    Probe.get(body);
    Probe.close(executor);
    assertEquals(List.of(true), flags);
  }

  /** The thread of a caller belongs to the caller, whatever it runs. */
  @Test
  void guest_isNeverInterrupted() throws Exception {
    TaskExecutor executor = Probe.open(1, 1, RejectionPolicy.CALLER_RUNS);
    Held held = new Held(executor);
    executor.submit(() -> {});
    CountDownLatch guestRuns = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    Call<Boolean> guest =
        new Call<>(() -> {
          TaskFuture<Boolean> own =
              executor.submit(() -> {
                guestRuns.countDown();
                Probe.awaitUninterruptibly(stopped);
                return flag();
              });
          return own.get();
        });
    Probe.await(guestRuns);
    assertEquals(1, executor.shutdownNow().size());
    held.release();
    Probe.get(held.future);
    assertFalse(executor.isTerminated());
    stopped.countDown();
    assertFalse(guest.result());
    Probe.close(executor);
  }

  /** Rounds of cancel(true) against the end of the body: no flag ever reaches other code. */
  @Test
  void cancelAgainstTheEndOfTheBody_strikesNoStranger() throws Exception {
    TaskExecutor executor = Probe.open(1);
    for (int round = 0; round < 3_000; round++) {
      CountDownLatch running = new CountDownLatch(1);
      AtomicBoolean stray = new AtomicBoolean();
      TaskFuture<?> target = executor.submit(running::countDown);
      target.addDoneCallback(done -> stray.compareAndSet(false, onWorker() && flag()));
      TaskFuture<Boolean> next = executor.submit(InterruptGateTest::flag);
      Probe.await(running);
      target.cancel(true);
      assertFalse(Probe.get(next));
      assertFalse(stray.get());
    }
    Probe.close(executor);
  }

  private static boolean onWorker() {
    return Runner.worker() != null;
  }
}
