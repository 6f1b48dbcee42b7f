package dev.gauntlet.virtualthreads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.TaskState;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** S4, S9, S10, S11: one of several threads settles a promise. */
class HandSettledFutureTest {

  @Test
  void start_eachState_answersAsThePromiseSays() {
    HandSettledFuture<String> future = new HandSettledFuture<>();
    assertTrue(future.start());
    assertEquals(TaskState.RUNNING, future.taskState());
    assertThrows(IllegalStateException.class, future::start);
    assertTrue(future.trySucceed("value"));
    assertFalse(future.start());
  }

  @Test
  void trySucceed_valueIsAThrowableOrNull_succeeds() throws Exception {
    HandSettledFuture<Throwable> future = new HandSettledFuture<>();
    Throwable value = new Throwable("a value");
    assertTrue(future.trySucceed(value));
    assertEquals(TaskState.SUCCEEDED, future.taskState());
    assertSame(value, future.get());
    HandSettledFuture<String> ofNull = new HandSettledFuture<>();
    assertTrue(ofNull.trySucceed(null));
    assertNull(ofNull.get());
    assertFalse(ofNull.trySucceed("second"));
  }

  @Test
  void get_hostileFailure_neverAsksIt() {
    RuntimeException hostile =
        new RuntimeException("hostile") {
          private static final long serialVersionUID = 1L;

          @Override
          public String toString() {
            throw new AssertionError("toString was called");
          }

          @Override
          public String getMessage() {
            throw new AssertionError("getMessage was called");
          }
        };
    HandSettledFuture<String> future = new HandSettledFuture<>();
    assertTrue(future.tryFail(hostile));
    assertSame(hostile, assertThrows(ExecutionException.class, future::get).getCause());
    assertSame(hostile, assertThrows(RuntimeException.class, future::result));
    assertTrue(future.toString().contains("FAILED"));
  }

  @Test
  void cancelTrue_runningPromise_interruptsNobody() {
    HandSettledFuture<String> future = new HandSettledFuture<>();
    future.start();
    assertTrue(future.cancel(true));
    assertFalse(Thread.interrupted());
    assertFalse(future.tryFail(new Error("late")));
  }

  /** Whoever loses finds the future done at once, whoever wins. */
  @Test
  void settle_raced_hasOneWinnerAndLosersFindItDone() throws Exception {
    int rounds = 10_000;
    CyclicBarrier start = new CyclicBarrier(3);
    HandSettledFuture<?>[] futures = new HandSettledFuture<?>[rounds];
    for (int i = 0; i < rounds; i++) {
      futures[i] = new HandSettledFuture<>();
      futures[i].start();
    }
    AtomicInteger wins = new AtomicInteger();
    AtomicInteger notDone = new AtomicInteger();
    Thread[] racers = new Thread[3];
    for (int r = 0; r < racers.length; r++) {
      int kind = r;
      racers[r] =
          Thread.ofPlatform()
              .start(() -> {
                for (HandSettledFuture<?> future : futures) {
                  awaitStart(start);
                  boolean won =
                      switch (kind) {
                        case 0 -> future.trySucceed(null);
                        case 1 -> future.tryFail(new Error("failure"));
                        default -> future.cancel(true);
                      };
                  wins.addAndGet(won ? 1 : 0);
                  notDone.addAndGet(future.isDone() ? 0 : 1);
                }
              });
    }
    for (Thread racer : racers) {
      Await.ended(racer);
    }
    assertEquals(rounds, wins.get());
    assertEquals(0, notDone.get());
  }

  private static void awaitStart(CyclicBarrier start) {
    try {
      start.await();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
