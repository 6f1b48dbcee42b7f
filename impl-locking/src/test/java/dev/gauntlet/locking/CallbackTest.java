package dev.gauntlet.locking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.locking.Probe.Call;
import dev.gauntlet.locking.Probe.Held;
import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.spi.RejectionPolicy;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CallbackTest {

  @Test
  void shutdownTrue_cancelsEverythingBeforeTheFirstCallback() throws Exception {
    TaskExecutor executor = Probe.open(1);
    Held held = new Held(executor);
    List<TaskFuture<?>> pending = new ArrayList<>();
    CountDownLatch inCallback = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    for (int i = 0; i < 10; i++) {
      pending.add(executor.submit(() -> {}));
    }
    pending
        .get(0)
        .addDoneCallback(done -> {
          inCallback.countDown();
          Probe.awaitUninterruptibly(release);
        });
    Call<Boolean> shutdown =
        new Call<>(() -> {
          executor.shutdown(true);
          return true;
        });
    Probe.await(inCallback);
    for (TaskFuture<?> future : pending) {
      assertTrue(future.isCancelled());
    }
    assertTrue(executor.isShutdown());
    assertFalse(held.future.isDone());
    release.countDown();
    assertTrue(shutdown.result());
    held.release();
    Probe.close(executor);
  }

  @Test
  void callbackOfATask_runsOnItsWorker_beforeTheNextTask() throws Exception {
    TaskExecutor executor = Probe.open(1);
    Held held = new Held(executor);
    List<String> order = Collections.synchronizedList(new ArrayList<>());
    AtomicReference<Thread> ranOn = new AtomicReference<>();
    held.future.addDoneCallback(done -> {
      ranOn.set(Thread.currentThread());
      order.add("callback");
    });
    TaskFuture<Thread> next =
        executor.submit(() -> {
          order.add("next");
          return Thread.currentThread();
        });
    held.release();
    assertSame(Probe.get(next), ranOn.get());
    assertEquals(List.of("callback", "next"), order);
    Probe.close(executor);
  }

  @Test
  void callbackOfAHelpedTask_runsBeforeTheNextTask_alsoInACallback() throws Exception {
    TaskExecutor executor = Probe.open(1);
    Held held = new Held(executor);
    List<String> order = Collections.synchronizedList(new ArrayList<>());
    TaskFuture<?> first = executor.submit(() -> order.add("first"));
    first.addDoneCallback(done -> order.add("callback of first"));
    TaskFuture<?> second = executor.submit(() -> order.add("second"));
    held.future.addDoneCallback(done -> {
      assertTrue(helped(first) && helped(second));
      order.add("end of the callback that helps");
    });
    held.release();
    Probe.close(executor);
    assertEquals(
        List.of("first", "callback of first", "second", "end of the callback that helps"), order);
  }

  private static boolean helped(TaskFuture<?> pending) {
    return ((LockingTask<?>) pending).tryRunInPlace();
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCK", "CALLER_RUNS"})
  void bodyRunInPlace_seesTheCallbacksOfItsPromise_alsoInACallback(RejectionPolicy policy)
      throws Exception {
    TaskExecutor executor = Probe.open(1, 1, policy);
    Held held = new Held(executor);
    executor.execute(() -> {});
    AtomicReference<Boolean> seen = new AtomicReference<>();
    Runnable submitsToTheFullQueue = () -> executor.execute(() -> seen.set(settlesAtOnce()));
    if (policy == RejectionPolicy.CALLER_RUNS) {
      duringACallback(submitsToTheFullQueue);
    } else {
      held.future.addDoneCallback(done -> submitsToTheFullQueue.run());
    }
    held.release();
    Probe.until("the body runs", () -> seen.get() != null);
    assertEquals(true, seen.get());
    Probe.close(executor);
  }

  /** Returns whether the callback of a promise has run when the promise has been settled. */
  private static boolean settlesAtOnce() {
    AtomicBoolean called = new AtomicBoolean();
    LockingPromise<String> promise = new LockingPromise<>();
    promise.addDoneCallback(done -> called.set(true));
    return promise.trySucceed("value") && called.get();
  }

  private static void duringACallback(Runnable action) {
    LockingPromise<String> promise = new LockingPromise<>();
    promise.addDoneCallback(done -> action.run());
    assertTrue(promise.trySucceed("value"));
  }

  @Test
  void termination_waitsForCallbacksOfWorkers() throws Exception {
    TaskExecutor executor = Probe.open(2);
    Held held = new Held(executor);
    CountDownLatch inCallback = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    held.future.addDoneCallback(done -> {
      inCallback.countDown();
      Probe.awaitUninterruptibly(release);
    });
    executor.shutdown();
    held.release();
    Probe.await(inCallback);
    assertTrue(held.future.isDone());
    assertFalse(executor.isTerminated());
    release.countDown();
    Probe.close(executor);
    assertTrue(executor.isTerminated());
  }

  @Test
  void failures_areReportedWithTheirFuture_evenIfTheHandlerThrows() throws Exception {
    List<Throwable> reported = Collections.synchronizedList(new ArrayList<>());
    List<TaskFuture<?>> futures = Collections.synchronizedList(new ArrayList<>());
    TaskExecutor executor =
        new LockingProvider()
            .open(
                ExecutorConfig.builder()
                    .workers(1)
                    .callbackFailureHandler((future, failure) -> {
                      futures.add(future);
                      reported.add(failure);
                      throw new AssertionError("handler, on purpose");
                    })
                    .build());
    Error first = new Error("first");
    RuntimeException second = new RuntimeException("second");
    RuntimeException handedOver = new RuntimeException("handed over");
    Held held = new Held(executor);
    held.future.addDoneCallback(done -> {
      throw first;
    });
    held.future.addDoneCallback(
        done -> {
          throw handedOver;
        },
        Runnable::run);
    held.release();
    Probe.get(executor.submit(() -> {}));
    held.future.addDoneCallback(done -> {
      throw second;
    });
    assertEquals(List.of(first, handedOver, second), reported);
    assertEquals(List.of(held.future, held.future, held.future), futures);
    Probe.close(executor);
  }

  @Test
  void aDoneFuture_retainsNeitherBodyNorCallback() throws Exception {
    TaskExecutor executor = Probe.open(1);
    Held held = new Held(executor);
    List<WeakReference<?>> references = new ArrayList<>();
    TaskFuture<Integer> kept = submitCapturing(executor, references);
    TaskFuture<Integer> cancelled = submitCapturing(executor, references);
    assertTrue(cancelled.cancel());
    Probe.untilCollected("the body of a cancelled task", references.get(2));
    Probe.untilCollected("the callback of a cancelled task", references.get(3));
    held.release();
    Probe.get(kept);
    Probe.untilCollected("the body", references.get(0));
    Probe.untilCollected("the callback", references.get(1));
    assertTrue(kept.isDone() && cancelled.isDone());
    Probe.close(executor);
  }

  private static TaskFuture<Integer> submitCapturing(
      TaskExecutor executor, List<WeakReference<?>> references) {
    Object inBody = new Object();
    Object inCallback = new Object();
    references.add(new WeakReference<>(inBody));
    references.add(new WeakReference<>(inCallback));
    TaskFuture<Integer> future = executor.submit(inBody::hashCode);
    future.addDoneCallback(done -> inCallback.hashCode());
    return future;
  }

  @Test
  void anIdleWorker_retainsNoResult() throws Exception {
    TaskExecutor executor = Probe.open(1);
    WeakReference<Object> result = new WeakReference<>(Probe.get(executor.submit(Object::new)));
    Probe.untilCollected("the result", result);
    assertFalse(executor.isShutdown());
    Probe.close(executor);
  }
}
