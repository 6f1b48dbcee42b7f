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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class InterruptGateTest {

  private static boolean flag() {
    return Thread.currentThread().isInterrupted();
  }

  @Test
  void interruptOfCancel_isAwaitedBeforeTheNextBody() throws Exception {
    AtomicReference<SlowlyInterrupted> thread = new AtomicReference<>();
    TaskExecutor executor = SlowlyInterrupted.open(thread, /* showsFirst= */ false);
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
    held.releaseAndAwait();
    Probe.untilParked(thread.get());
    assertFalse(nextRan.get());
    thread.get().proceed.countDown();
    assertTrue(cancelling.result());
    assertFalse(Probe.get(next));
    Probe.close(executor);
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

  /** A body that cancels itself waits for nothing, whatever its interrupt does. */
  @Test
  void bodyThatCancelsItself_mayRunCallbacksInItsInterrupt() throws Exception {
    LockFreePromise<Integer> promise = new LockFreePromise<>();
    List<Boolean> flags = Collections.synchronizedList(new ArrayList<>());
    promise.addDoneCallback(done -> flags.add(flag()));
    TaskExecutor executor =
        Probe.open(config ->
            config
                .workers(1)
                .threadFactory(body ->
                    new Thread(body) {
                      @Override
                      public void interrupt() {
                        super.interrupt();
                        promise.trySucceed(1);
                      }
                    }));
    AtomicReference<TaskFuture<?>> self = new AtomicReference<>();
    CountDownLatch known = new CountDownLatch(1);
    self.set(
        executor.submit(() -> {
          Probe.await(known);
          flags.add(self.get().cancel(true));
          flags.add(flag());
          return null;
        }));
    known.countDown();
    assertFalse(Probe.get(executor.submit(InterruptGateTest::flag)));
    assertTrue(self.get().isCancelled());
    assertEquals(List.of(false, true, true), flags);
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

  /** Who has taken the interrupt while the canceller still delivers it is not interrupted again. */
  @Test
  void interruptThatTheBodyHasTaken_isNotGivenBack() throws Exception {
    AtomicReference<SlowlyInterrupted> thread = new AtomicReference<>();
    TaskExecutor executor = SlowlyInterrupted.open(thread, /* showsFirst= */ true);
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch taken = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    List<Boolean> flags = Collections.synchronizedList(new ArrayList<>());
    TaskFuture<?> target =
        executor.submit(() -> {
          running.countDown();
          Probe.until("the interrupt", Thread::interrupted);
          TaskFuture<Integer> helped = executor.submit(() -> 1);
          taken.countDown();
          assertEquals(1, helped.get());
          flags.add(flag());
          ended.countDown();
          return null;
        });
    Probe.await(running);
    Call<Boolean> cancelling = new Call<>(() -> target.cancel(true));
    Probe.await(taken);
    Probe.untilParked(thread.get());
    thread.get().proceed.countDown();
    assertTrue(cancelling.result());
    Probe.await(ended);
    assertEquals(List.of(false), flags);
    Probe.close(executor);
  }

  /** A worker that hires a successor: no flag gets into the thread factory, and none out of it. */
  @Test
  void flagsAroundTheThreadFactory_areCleared() throws Exception {
    CountDownLatch look = new CountDownLatch(1);
    AtomicInteger hires = new AtomicInteger();
    List<Boolean> flags = Collections.synchronizedList(new ArrayList<>());
    TaskExecutor executor =
        Probe.open(config ->
            config
                .workers(2)
                .initializer(() -> {
                  Probe.awaitUninterruptibly(look);
                  Thread.currentThread().interrupt();
                })
                .threadFactory(body ->
                    switch (hires.incrementAndGet()) {
                      case 1 -> new Thread(body);
                      case 2 -> null;
                      default -> {
                        flags.add(flag());
                        Thread.currentThread().interrupt();
                        yield null;
                      }
                    }));
    TaskFuture<?> first = executor.submit(() -> flags.add(flag()));
    TaskFuture<?> second = executor.submit(() -> flags.add(flag()));
    look.countDown();
    Probe.get(first);
    Probe.get(second);
    Probe.close(executor);
    assertEquals(List.of(false, false, false), flags);
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

  /** On a worker; on a thread of the caller the flag is the caller's. */
  @Test
  void flagOfAFailingCallback_isGoneBeforeItsFailureIsHandled() throws Exception {
    List<Boolean> flags = Collections.synchronizedList(new ArrayList<>());
    TaskExecutor executor =
        Probe.open(config ->
            config.workers(1).callbackFailureHandler((future, failure) -> flags.add(flag())));
    Held held = new Held(executor);
    held.future.addDoneCallback(InterruptGateTest::interruptAndFail);
    held.release();
    assertEquals(
        2,
        Probe.get(
            executor.submit(() -> {
              held.future.addDoneCallback(InterruptGateTest::interruptAndFail);
              return 2;
            })));
    held.future.addDoneCallback(InterruptGateTest::interruptAndFail);
    assertTrue(Thread.interrupted());
    Probe.close(executor);
    assertEquals(List.of(false, false, true), flags);
  }

  private static void interruptAndFail(TaskFuture<?> done) {
    Thread.currentThread().interrupt();
    throw new IllegalStateException("on purpose");
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
