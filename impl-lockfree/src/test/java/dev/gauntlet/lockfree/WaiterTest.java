package dev.gauntlet.lockfree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.lockfree.Probe.Call;
import dev.gauntlet.spi.FutureWaiter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WaiterTest {
  private final LockFreePromise<String> promise = new LockFreePromise<>();

  @Test
  void get_thatTimesOut_leavesNothingBehind() {
    for (int i = 0; i < 20; i++) {
      assertThrows(TimeoutException.class, () -> promise.get(10, TimeUnit.MICROSECONDS));
      assertThrows(TimeoutException.class, () -> promise.result(Duration.ofNanos(1)));
    }
    assertEquals(0, Probe.waitersOf(promise));
  }

  @Test
  void get_thatIsInterrupted_leavesNothingBehind() throws Exception {
    Call<Boolean> waiting =
        new Call<>(() -> {
          assertThrows(InterruptedException.class, promise::get);
          return Thread.currentThread().isInterrupted();
        });
    Probe.untilParked(waiting.thread);
    assertEquals(1, Probe.waitersOf(promise));
    waiting.thread.interrupt();
    assertFalse(waiting.result());
    assertEquals(0, Probe.waitersOf(promise));
  }

  @Test
  void removeWaiter_takesOneRegistrationFromAnywhere() {
    List<Integer> told = new ArrayList<>();
    List<FutureWaiter> waiters = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      int number = i;
      waiters.add(done -> told.add(number));
      assertTrue(promise.addWaiter(waiters.get(i)));
    }
    assertTrue(promise.addWaiter(waiters.get(2)));
    promise.removeWaiter(waiters.get(0));
    promise.removeWaiter(waiters.get(4));
    promise.removeWaiter(waiters.get(2));
    promise.removeWaiter(done -> told.add(-1));
    assertEquals(3, Probe.waitersOf(promise));
    promise.trySucceed("done");
    assertEquals(List.of(1, 2, 3), told);
    promise.removeWaiter(waiters.get(1));
    assertFalse(promise.addWaiter(waiters.get(1)));
    assertEquals(3, told.size());
  }

  @Test
  void removeWaiter_leavesACallbackThatIsTheSameObject() {
    class Both implements FutureWaiter, java.util.function.Consumer<Object> {
      int calls;

      @Override
      public void futureDone(dev.gauntlet.TaskFuture<?> future) {
        calls += 10;
      }

      @Override
      public void accept(Object future) {
        calls++;
      }
    }
    Both both = new Both();
    promise.addDoneCallback(both);
    promise.addWaiter(both);
    promise.removeWaiter(both);
    promise.removeWaiter(both);
    promise.trySucceed("done");
    assertEquals(1, both.calls);
  }

  @Test
  void waiters_areToldBeforeAnyCallbackAndOldestFirst() {
    List<String> events = new ArrayList<>();
    promise.addDoneCallback(done -> events.add("callback 1"));
    promise.addWaiter(done -> events.add("waiter 1"));
    promise.addDoneCallback(done -> events.add("callback 2"));
    promise.addWaiter(done -> events.add("waiter 2"));
    promise.trySucceed("done");
    assertEquals(List.of("waiter 1", "waiter 2", "callback 1", "callback 2"), events);
    assertEquals(0, Probe.waitersOf(promise));
  }

  @Test
  void waiterThatThrows_costsNobodyElseTheSignal() {
    List<String> events = new ArrayList<>();
    promise.addWaiter(done -> {
      throw new IllegalStateException("against the contract");
    });
    promise.addWaiter(done -> events.add("second"));
    promise.addDoneCallback(done -> events.add("callback"));
    assertTrue(promise.trySucceed("done"));
    assertEquals(List.of("second", "callback"), events);
  }

  /** Each registration is told once or refused; each removal leaves no node. */
  @Test
  void registrationsAndRemovalsAgainstCompletion_areDecidedOnce() throws Exception {
    for (int round = 0; round < 3_000; round++) {
      LockFreePromise<Integer> future = new LockFreePromise<>();
      CyclicBarrier start = new CyclicBarrier(3);
      Call<Integer> registering =
          new Call<>(() -> {
            AtomicInteger told = new AtomicInteger();
            start.await();
            int accepted = 0;
            for (int i = 0; i < 8; i++) {
              if (future.addWaiter(done -> told.incrementAndGet())) {
                accepted++;
              }
              future.addDoneCallback(done -> told.addAndGet(1_000));
            }
            int expected = accepted;
            Probe.until("all are told", () -> told.get() == 8_000 + expected);
            return told.get() % 1_000 - accepted;
          });
      Call<Boolean> leaving =
          new Call<>(() -> {
            start.await();
            for (int i = 0; i < 8; i++) {
              FutureWaiter waiter = done -> {};
              if (future.addWaiter(waiter)) {
                future.removeWaiter(waiter);
              }
            }
            return true;
          });
      start.await();
      assertTrue(future.trySucceed(round));
      assertEquals(0, registering.result());
      assertTrue(leaving.result());
      assertEquals(0, Probe.waitersOf(future));
    }
  }

  /** Neighbours that leave at the same time must not bring one another back. */
  @Test
  void concurrentLeavers_emptyTheStack() throws Exception {
    for (int round = 0; round < 500; round++) {
      LockFreePromise<Integer> future = new LockFreePromise<>();
      CyclicBarrier start = new CyclicBarrier(3);
      List<Call<Boolean>> calls = new ArrayList<>();
      for (int c = 0; c < 3; c++) {
        List<FutureWaiter> own = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
          AtomicInteger identity = new AtomicInteger(i);
          own.add(done -> identity.incrementAndGet());
        }
        calls.add(
            new Call<>(() -> {
              own.forEach(future::addWaiter);
              start.await();
              Collections.shuffle(own);
              own.forEach(future::removeWaiter);
              return true;
            }));
      }
      for (Call<Boolean> call : calls) {
        assertTrue(call.result());
      }
      assertEquals(0, Probe.waitersOf(future));
    }
  }

  @Test
  void manyThreads_areAllReleased() throws Exception {
    for (int round = 0; round < 200; round++) {
      LockFreePromise<Integer> future = new LockFreePromise<>();
      List<Call<Integer>> calls = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        calls.add(new Call<>(future::get));
      }
      assertTrue(future.trySucceed(round));
      for (Call<Integer> call : calls) {
        assertEquals(round, call.result());
      }
      assertEquals(0, Probe.waitersOf(future));
    }
  }
}
