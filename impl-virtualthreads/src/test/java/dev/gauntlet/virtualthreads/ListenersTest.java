package dev.gauntlet.virtualthreads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.spi.FutureWaiter;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.junit.jupiter.api.Test;

/** K2, K4, R13, S5: who is registered with a future, and that each is called once. */
class ListenersTest {
  private final List<String> calls = new ArrayList<>();

  private FutureWaiter waiter(String name) {
    return done -> calls.add(name);
  }

  @Test
  void completion_severalListeners_tellsWaitersFirstThenCallbacksInOrder() {
    HandSettledFuture<String> future = new HandSettledFuture<>();
    future.addDoneCallback(done -> calls.add("first callback"));
    assertTrue(future.addWaiter(waiter("first waiter")));
    future.addDoneCallback(done -> calls.add("second callback"));
    assertTrue(future.addWaiter(waiter("second waiter")));
    future.addDoneCallback(done -> calls.add("third callback"));
    future.trySucceed("value");
    assertEquals(
        List.of(
            "first waiter", "second waiter", "first callback", "second callback", "third callback"),
        calls);
    assertFalse(future.addWaiter(waiter("late waiter")));
  }

  @Test
  void removeWaiter_alone_leavesNothing() {
    HandSettledFuture<String> future = new HandSettledFuture<>();
    FutureWaiter waiter = waiter("removed");
    future.addWaiter(waiter);
    future.removeWaiter(waiter("a stranger"));
    future.removeWaiter(waiter);
    future.trySucceed("value");
    assertEquals(List.of(), calls);
  }

  @Test
  void removeWaiter_registeredTwice_removesOne() {
    HandSettledFuture<String> future = new HandSettledFuture<>();
    FutureWaiter twice = waiter("twice");
    future.addWaiter(waiter("first"));
    future.addWaiter(twice);
    future.addWaiter(waiter("middle"));
    future.addWaiter(twice);
    future.removeWaiter(twice);
    future.removeWaiter(waiter("a stranger"));
    future.trySucceed("value");
    assertEquals(List.of("first", "middle", "twice"), calls);
  }

  @Test
  void leave_listenerThatWasAlone_isFoundInTheList() {
    HandSettledFuture<String> future = new HandSettledFuture<>();
    Listener.Waiting alone = new Listener.Waiting(waiter("left"));
    Listener.Waiting second = new Listener.Waiting(waiter("stayed"));
    assertTrue(future.register(alone));
    assertTrue(future.register(second));
    assertTrue(future.leave(alone));
    assertFalse(future.leave(alone));
    future.trySucceed("value");
    assertFalse(future.leave(second));
    assertEquals(List.of("stayed"), calls);
  }

  @Test
  void timedGet_polled_leavesNoWaiter() {
    HandSettledFuture<String> future = new HandSettledFuture<>();
    Thread poller =
        Thread.ofPlatform()
            .start(() -> {
              for (int i = 0; i < 2_000; i++) {
                assertThrows(TimeoutException.class, () -> future.get(1, TimeUnit.NANOSECONDS));
              }
            });
    Await.ended(poller);
    WeakReference<Thread> gone = new WeakReference<>(poller);
    poller = null;
    Await.collected(gone);
    assertFalse(future.isDone());
  }

  @Test
  void callbackThatThrows_isReportedAndTheNextRuns() {
    StubHost host = new StubHost();
    PlainTask<String> task = new PlainTask<>(host, () -> "value");
    Error failure = new Error("on purpose");
    task.addDoneCallback(done -> {
      throw failure;
    });
    task.addDoneCallback(done -> calls.add("next"));
    task.run();
    assertEquals(List.of(failure), host.callbackFailures);
    assertEquals(List.of("next"), calls);
  }

  @Test
  void waiterThatThrows_isReportedAndTheNextIsTold() {
    StubHost host = new StubHost();
    PlainTask<String> task = new PlainTask<>(host, () -> "value");
    Error failure = new Error("on purpose");
    task.addWaiter(done -> {
      throw failure;
    });
    task.addWaiter(waiter("next"));
    task.run();
    assertEquals(List.of(failure), host.callbackFailures);
    assertEquals(List.of("next"), calls);
  }

  @Test
  void callbackWithExecutor_refusalIsReported() {
    StubHost host = new StubHost();
    PlainTask<String> task = new PlainTask<>(host, () -> "value");
    RuntimeException refusal = new RuntimeException("refused");
    task.addDoneCallback(
        done -> calls.add("never"),
        command -> {
          throw refusal;
        });
    task.addDoneCallback(done -> calls.add("through the executor"), Runnable::run);
    task.run();
    assertEquals(List.of(refusal), host.callbackFailures);
    assertEquals(List.of("through the executor"), calls);
  }

  /**
   * A registration and a completion meet: the listener is told, or its owner knows better. The
   * completion is delayed a little more in each round, so that their steps fall on each other.
   */
  @Test
  void registerVsComplete_raced_accountForEachListener() {
    int rounds = 20_000;
    AtomicReferenceArray<HandSettledFuture<?>> futures = new AtomicReferenceArray<>(rounds);
    AtomicInteger ready = new AtomicInteger(-1);
    AtomicInteger told = new AtomicInteger();
    AtomicInteger refused = new AtomicInteger();
    Thread registrar =
        Thread.ofPlatform()
            .start(() -> {
              for (int round = 0; round < rounds; round++) {
                Listener waiting = new Listener.Waiting(done -> told.incrementAndGet());
                ready.set(round);
                if (!take(futures, round).register(waiting)) {
                  refused.incrementAndGet();
                }
              }
            });
    for (int round = 0; round < rounds; round++) {
      HandSettledFuture<?> future = new HandSettledFuture<>();
      int expected = round;
      Await.until("the registrar is ready", () -> ready.get() == expected);
      futures.set(round, future);
      for (int spins = round % 200; spins > 0; spins--) {
        Thread.onSpinWait();
      }
      future.trySucceed(null);
    }
    Await.ended(registrar);
    assertEquals(rounds, told.get() + refused.get());
  }

  private static HandSettledFuture<?> take(
      AtomicReferenceArray<HandSettledFuture<?>> futures, int round) {
    HandSettledFuture<?> future;
    while ((future = futures.get(round)) == null) {
      Thread.onSpinWait();
    }
    return future;
  }

  /** Two registrations make a list of the first listener while that one leaves. */
  @Test
  void registerVsLeave_raced_accountForEachListener() {
    int rounds = 50_000;
    AtomicReferenceArray<HandSettledFuture<?>> futures = new AtomicReferenceArray<>(rounds);
    AtomicInteger told = new AtomicInteger();
    Thread registrar =
        Thread.ofPlatform()
            .start(() -> {
              for (int round = 0; round < rounds; round++) {
                HandSettledFuture<?> future = take(futures, round);
                assertTrue(future.register(new Listener.Waiting(done -> told.addAndGet(1))));
              }
            });
    int left = 0;
    for (int round = 0; round < rounds; round++) {
      HandSettledFuture<?> future = new HandSettledFuture<>();
      Listener.Waiting leaving = new Listener.Waiting(done -> told.addAndGet(1_000_000));
      assertTrue(future.register(leaving));
      futures.set(round, future);
      left += future.leave(leaving) ? 1 : 0;
    }
    Await.ended(registrar);
    assertEquals(rounds, left);
    for (int round = 0; round < rounds; round++) {
      assertTrue(futures.get(round).trySucceed(null));
    }
    assertEquals(rounds, told.get());
  }

  @Test
  void outcome_ofACancelledFuture_isDropped() {
    HandSettledFuture<Object> future = new HandSettledFuture<>();
    future.cancel(false);
    assertFalse(future.trySucceed(new Object()));
    assertNull(future.payload());
  }
}
