package dev.gauntlet.lockfree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.lockfree.Probe.Call;
import dev.gauntlet.lockfree.Probe.Held;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.spi.AbstractInterruptibleChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The interrupt of shutdownNow: to every body on a stack once, and to nothing else. */
class StopSignalTest {

  private static boolean flag() {
    return Thread.currentThread().isInterrupted();
  }

  @Test
  void interruptOfStop_isAwaitedBeforeCallbacks() throws Exception {
    AtomicReference<SlowlyInterrupted> thread = new AtomicReference<>();
    TaskExecutor executor = SlowlyInterrupted.open(thread, /* showsFirst= */ false);
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

  /** The drain takes the oldest tasks, the body runs the newest; then comes the signal. */
  @Test
  void stopAgainstHelping_reachesTheJoiningBodyOnce() throws Exception {
    for (int round = 0; round < 1_000; round++) {
      stopIsToldOnce(
          1 + round % 2,
          (inner, stopped) -> {
            int told = 0;
            for (TaskFuture<?> future : inner.reversed()) {
              boolean unused = ((LockFreeFuture<?>) future).tryRunInPlace();
              told += Thread.interrupted() ? 1 : 0;
            }
            Probe.awaitUninterruptibly(stopped);
            return told + (Thread.interrupted() ? 1 : 0);
          });
    }
  }

  /** Before, during and after the drain the body runs one callback after the other. */
  @Test
  void stopAgainstCallbacks_reachesTheBodyBelowOnce() throws Exception {
    for (int round = 0; round < 1_000; round++) {
      stopIsToldOnce(
          1,
          (inner, stopped) -> {
            int told = 0;
            while (stopped.getCount() > 0) {
              new LockFreePromise<Integer>().addDoneCallback(done -> {}).cancel();
              told += Thread.interrupted() ? 1 : 0;
            }
            return told + (Thread.interrupted() ? 1 : 0);
          });
    }
  }

  /** What a body does that has submitted tasks; returns how often it was told of the stop. */
  private interface Stopped {
    int body(List<TaskFuture<?>> inner, CountDownLatch stopped) throws Exception;
  }

  private static void stopIsToldOnce(int workers, Stopped body) throws Exception {
    TaskExecutor executor = Probe.open(workers);
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    TaskFuture<Integer> told =
        executor.submit(() -> {
          List<TaskFuture<?>> inner = new ArrayList<>();
          for (int i = 0; i < 100; i++) {
            inner.add(executor.submit(() -> {}));
          }
          running.countDown();
          return body.body(inner, stopped);
        });
    Probe.await(running);
    executor.shutdownNow();
    stopped.countDown();
    assertEquals(1, Probe.get(told));
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

  /** A stop that comes while a worker hires a successor cancels its task and spares the factory. */
  @Test
  void stopWhileAWorkerHires_findsItsTaskPending() throws Exception {
    HiringWorker hiring = new HiringWorker();
    TaskFuture<Boolean> first = hiring.executor.submit(StopSignalTest::flag);
    TaskFuture<Boolean> second = hiring.executor.submit(StopSignalTest::flag);
    hiring.begin();
    assertEquals(List.of(first, second), hiring.executor.shutdownNow());
    assertFalse(hiring.worker().isInterrupted());
    hiring.release();
    Probe.close(hiring.executor);
  }

  /** The sender finds the gate shut that it comes to late; the body below is told all the same. */
  @Test
  void stopThatFindsTheGateShut_isOwedToTheBody() throws Exception {
    AtomicReference<SlowlyInterrupted> slow = new AtomicReference<>();
    TaskExecutor executor =
        Probe.open(config ->
            config
                .workers(2)
                .threadFactory(body -> {
                  if (slow.get() != null) {
                    return new Thread(body);
                  }
                  slow.set(new SlowlyInterrupted(body, /* showsFirst= */ false));
                  return slow.get();
                }));
    Held first = new Held(executor);
    assertEquals(slow.get(), first.worker);
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch sending = new CountDownLatch(1);
    List<Boolean> flags = Collections.synchronizedList(new ArrayList<>());
    TaskFuture<?> second =
        executor.submit(() -> {
          running.countDown();
          Probe.awaitUninterruptibly(sending);
          LockFreePromise<Integer> promise = new LockFreePromise<>();
          promise.addDoneCallback(done -> flags.add(flag()));
          promise.trySucceed(1);
          flags.add(Thread.interrupted());
          promise.addDoneCallback(done -> flags.add(flag()));
          flags.add(flag());
        });
    Probe.await(running);
    Call<List<Runnable>> stopping = new Call<>(executor::shutdownNow);
    Probe.await(slow.get().entered);
    sending.countDown();
    InterruptGate gate = Objects.requireNonNull(Probe.poolOf(executor).gateOf(2));
    Probe.until(
        "the gate is shut", () -> !(boolean) Probe.field(gate, InterruptGate.class, "open"));
    slow.get().proceed.countDown();
    assertTrue(stopping.result().isEmpty());
    Probe.get(second);
    first.release();
    Probe.close(executor);
    assertEquals(List.of(false, true, false, false), flags);
  }

  /** Interrupting a thread may run foreign code on the sender, which is a worker itself. */
  @Test
  void senderThatRunsForeignCode_doesNotWaitForItself() throws Exception {
    TaskExecutor executor = Probe.open(2);
    LockFreePromise<Integer> done = new LockFreePromise<>();
    done.trySucceed(1);
    AtomicReference<Boolean> told = new AtomicReference<>();
    CallbackOnClose channel =
        new CallbackOnClose(() -> done.addDoneCallback(late -> told.set(true)));
    TaskFuture<?> blocked = executor.submit(channel::block);
    Probe.await(channel.entered);
    TaskFuture<Boolean> stopping =
        executor.submit(() -> {
          executor.shutdownNow();
          return flag();
        });
    assertTrue(Probe.get(stopping));
    assertInstanceOf(IllegalStateException.class, blocked.exception(Duration.ofSeconds(30)));
    assertEquals(true, told.get());
    Probe.close(executor);
  }

  /** A channel that calls back on the thread that interrupts whoever is blocked in it. */
  private static final class CallbackOnClose extends AbstractInterruptibleChannel {
    private final CountDownLatch entered = new CountDownLatch(1);
    private final Runnable callback;

    CallbackOnClose(Runnable callback) {
      this.callback = callback;
    }

    @Override
    protected void implCloseChannel() {
      callback.run();
    }

    void block() {
      begin();
      entered.countDown();
      Probe.until("the channel is closed", () -> !isOpen());
      try {
        end(true);
      } catch (AsynchronousCloseException closed) {
        throw new IllegalStateException(closed);
      }
    }
  }
}
