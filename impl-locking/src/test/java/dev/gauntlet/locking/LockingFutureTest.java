package dev.gauntlet.locking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.TaskState;
import dev.gauntlet.locking.Probe.Call;
import dev.gauntlet.spi.FutureWaiter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LockingFutureTest {
  private final LockingPromise<String> promise = new LockingPromise<>();

  private static Listeners listeners(LockingFuture<?> future) {
    return (Listeners) Probe.field(future, LockingFuture.class, "listeners");
  }

  @Test
  void get_afterTimeOut_leavesNoWaiter() {
    for (int i = 0; i < 100; i++) {
      assertThrows(TimeoutException.class, () -> promise.get(1, TimeUnit.NANOSECONDS));
      assertThrows(TimeoutException.class, () -> promise.get(1, TimeUnit.MICROSECONDS));
    }
    assertFalse(listeners(promise).hasWaiters());
  }

  @Test
  void get_interrupted_leavesNoWaiterAndKeepsTheOthers() throws Exception {
    Call<String> first = new Call<>(promise::get);
    Probe.untilParked(first.thread);
    Call<String> interrupted = new Call<>(promise::get);
    Probe.untilParked(interrupted.thread);
    Call<String> last = new Call<>(promise::get);
    Probe.untilParked(last.thread);

    interrupted.thread.interrupt();
    ExecutionException thrown = assertThrows(ExecutionException.class, interrupted::result);
    assertTrue(thrown.getCause() instanceof InterruptedException);
    assertTrue(promise.trySucceed("value"));
    assertEquals("value", first.result());
    assertEquals("value", last.result());
    assertNull(listeners(promise));
  }

  @Test
  void removeWaiter_fromAnyPosition_tellsExactlyTheOthers() {
    for (int left = 0; left < 3; left++) {
      LockingPromise<String> future = new LockingPromise<>();
      List<Integer> told = new ArrayList<>();
      List<FutureWaiter> waiters = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        int id = i;
        waiters.add(done -> told.add(id));
        assertTrue(future.addWaiter(waiters.get(i)));
      }
      future.removeWaiter(waiters.get(left));
      future.removeWaiter(waiters.get(left));
      assertTrue(future.trySucceed("value"));
      List<Integer> expected = new ArrayList<>(List.of(0, 1, 2));
      expected.remove(left);
      assertEquals(expected, told);
    }
  }

  @Test
  void removeWaiter_removesOneRegistrationAtATime() {
    AtomicInteger told = new AtomicInteger();
    FutureWaiter waiter = done -> told.incrementAndGet();
    promise.addWaiter(waiter);
    promise.addWaiter(waiter);
    promise.removeWaiter(waiter);
    promise.cancel();
    assertEquals(1, told.get());
    assertFalse(promise.addWaiter(waiter));
  }

  @Test
  void waiters_areToldBeforeCallbacks_evenIfOneThrows() {
    List<String> order = new ArrayList<>();
    promise.addDoneCallback(done -> order.add("callback"));
    promise.addWaiter(done -> {
      order.add("broken waiter");
      throw new IllegalStateException("on purpose");
    });
    promise.addWaiter(done -> order.add("waiter"));
    promise.trySucceed("value");
    assertEquals(List.of("broken waiter", "waiter", "callback"), order);
  }

  @Test
  void nestedCompletion_publishesAtOnceAndQueuesItsCallbacks() {
    LockingPromise<String> inner = new LockingPromise<>();
    List<String> order = new ArrayList<>();
    inner.addWaiter(done -> order.add("inner waiter"));
    inner.addDoneCallback(done -> order.add("inner callback"));
    promise.addDoneCallback(done -> {
      order.add("outer begins");
      inner.trySucceed("inner");
      assertEquals(TaskState.SUCCEEDED, inner.taskState());
      inner.addDoneCallback(late -> order.add("late"));
      order.add("outer ends");
    });
    promise.addDoneCallback(done -> order.add("outer, second"));
    promise.trySucceed("outer");
    assertEquals(
        List.of(
            "outer begins",
            "inner waiter",
            "late",
            "outer ends",
            "outer, second",
            "inner callback"),
        order);
  }

  @Test
  @Timeout(60)
  void chainOfCallbacks_doesNotGrowTheStack() {
    List<LockingPromise<Integer>> chain = new ArrayList<>();
    for (int i = 0; i < 1_000_000; i++) {
      chain.add(new LockingPromise<>());
    }
    for (int i = 0; i + 1 < chain.size(); i++) {
      LockingPromise<Integer> next = chain.get(i + 1);
      int value = i + 1;
      chain.get(i).addDoneCallback(done -> next.trySucceed(value));
    }
    chain.get(0).trySucceed(0);
    assertEquals(999_999, chain.get(999_999).resultNow());
  }

  @Test
  void errorOfACallback_doesNotStopTheRest() {
    List<String> ran = new ArrayList<>();
    promise.addDoneCallback(done -> {
      throw new StackOverflowError("on purpose");
    });
    promise.addDoneCallback(done -> ran.add("second"));
    assertTrue(promise.tryFail(new Exception("failure")));
    assertEquals(List.of("second"), ran);
    promise.addDoneCallback(done -> {
      throw new OutOfMemoryError("on purpose");
    });
  }

  @Test
  void callbackWithExecutor_runsThere_andARejectionIsContained() {
    List<Runnable> handedOver = new ArrayList<>();
    List<String> ran = new ArrayList<>();
    promise.addDoneCallback(done -> ran.add("handed over"), handedOver::add);
    promise.addDoneCallback(
        done -> ran.add("never"),
        task -> {
          throw new java.util.concurrent.RejectedExecutionException("on purpose");
        });
    promise.addDoneCallback(done -> ran.add("last"));
    promise.trySucceed("value");
    assertEquals(List.of("last"), ran);
    handedOver.forEach(Runnable::run);
    assertEquals(List.of("last", "handed over"), ran);
  }

  @Test
  void start_twice_isRefused() {
    assertTrue(promise.start());
    assertThrows(IllegalStateException.class, promise::start);
    assertFalse(promise.cancel());
    assertTrue(promise.cancel(true));
    assertTrue(promise.cancel());
    assertFalse(promise.cancel(true));
    assertFalse(promise.start());
  }

  @Test
  void settling_isDecidedOnce_whoeverRaces() throws Exception {
    for (int round = 0; round < 500; round++) {
      LockingPromise<String> raced = new LockingPromise<>();
      CountDownLatch start = new CountDownLatch(1);
      Call<Boolean> succeeding =
          new Call<>(() -> {
            start.await();
            return raced.trySucceed("value");
          });
      Call<Boolean> waiting =
          new Call<>(() -> {
            start.await();
            raced.exception();
            return true;
          });
      start.countDown();
      AtomicInteger calls = new AtomicInteger();
      raced.addDoneCallback(done -> calls.incrementAndGet());
      boolean cancelled = raced.cancel(false);
      boolean succeeded = succeeding.result();
      assertTrue(cancelled ^ succeeded);
      assertSame(cancelled ? TaskState.CANCELLED : TaskState.SUCCEEDED, raced.taskState());
      if (cancelled) {
        assertThrows(ExecutionException.class, waiting::result);
      } else {
        assertTrue(waiting.result());
      }
      Probe.until("the callback ran once", () -> calls.get() == 1);
    }
  }

  @Test
  void get_whileUserCodeHoldsTheMonitorOfTheFuture_isNotDelayed() throws Exception {
    synchronized (promise) {
      Call<Boolean> settling = new Call<>(() -> promise.trySucceed("value"));
      assertTrue(settling.result());
    }
    assertEquals("value", promise.get());
  }
}
