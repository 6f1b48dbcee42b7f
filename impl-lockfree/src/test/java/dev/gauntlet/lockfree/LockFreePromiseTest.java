package dev.gauntlet.lockfree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.TaskState;
import dev.gauntlet.lockfree.Probe.Call;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class LockFreePromiseTest {
  private final LockFreePromise<String> promise = new LockFreePromise<>();

  @Test
  void start_isPossibleOnce() {
    assertTrue(promise.start());
    assertEquals(TaskState.RUNNING, promise.taskState());
    assertThrows(IllegalStateException.class, promise::start);
    assertFalse(promise.cancel());
    assertTrue(promise.trySucceed("value"));
    assertFalse(promise.start());
  }

  @Test
  void outcome_isWhatWonFirst() throws Exception {
    IllegalStateException failure = new IllegalStateException("first");
    assertTrue(promise.tryFail(failure));
    assertFalse(promise.trySucceed("second"));
    assertFalse(promise.cancel());
    assertFalse(promise.cancel(true));
    assertSame(failure, promise.exception());
    assertSame(failure, assertThrows(ExecutionException.class, promise::get).getCause());
    assertSame(failure, assertThrows(IllegalStateException.class, promise::result));
    assertThrows(NullPointerException.class, () -> promise.tryFail(null));
  }

  @Test
  void cancelledPromise_keepsNoOutcome() {
    assertTrue(promise.cancel());
    assertTrue(promise.cancel());
    assertFalse(promise.cancel(false));
    assertFalse(promise.trySucceed("late"));
    assertThrows(CancellationException.class, promise::get);
    assertNotEquals("late", promise.outcome());
  }

  @Test
  void nullValue_isASuccess() throws Exception {
    assertTrue(promise.trySucceed(null));
    assertNull(promise.get());
    assertNull(promise.resultNow());
    assertEquals(TaskState.SUCCEEDED, promise.taskState());
  }

  /** Of four rivals one wins, and whoever loses finds the future done. */
  @Test
  void rivals_leaveOneOutcomeAndADoneFuture() throws Exception {
    IllegalStateException failure = new IllegalStateException();
    for (int round = 0; round < 4_000; round++) {
      LockFreePromise<String> contested = new LockFreePromise<>();
      boolean started = round % 2 == 0 && contested.start();
      CyclicBarrier barrier = new CyclicBarrier(3);
      Call<Boolean> succeeding = rival(barrier, contested, () -> contested.trySucceed("value"));
      Call<Boolean> failing = rival(barrier, contested, () -> contested.tryFail(failure));
      Call<Boolean> cancelling =
          rival(barrier, contested, () -> contested.cancel(/* mayInterruptIfRunning= */ true));
      List<Boolean> won = List.of(succeeding.result(), failing.result(), cancelling.result());
      TaskState expected =
          won.get(0) ? TaskState.SUCCEEDED : won.get(1) ? TaskState.FAILED : TaskState.CANCELLED;
      assertEquals(1, won.stream().filter(w -> w).count(), "winners, started: " + started);
      assertEquals(expected, contested.taskState());
      if (expected == TaskState.CANCELLED) {
        assertThrows(CancellationException.class, contested::get);
      } else if (expected == TaskState.SUCCEEDED) {
        assertEquals("value", contested.resultNow());
      } else {
        assertSame(failure, contested.exceptionNow());
      }
    }
  }

  private static Call<Boolean> rival(
      CyclicBarrier barrier, LockFreePromise<?> contested, Callable<Boolean> attempt) {
    return new Call<>(() -> {
      barrier.await();
      boolean won = attempt.call();
      assertTrue(contested.isDone(), "done after an attempt");
      return won;
    });
  }

  @Test
  void startAgainstCancel_isDecidedOnce() throws Exception {
    for (int round = 0; round < 4_000; round++) {
      LockFreePromise<String> contested = new LockFreePromise<>();
      CyclicBarrier barrier = new CyclicBarrier(2);
      Call<Boolean> cancelling =
          new Call<>(() -> {
            barrier.await();
            return contested.cancel();
          });
      barrier.await();
      boolean started = contested.start();
      assertEquals(!started, cancelling.result());
    }
  }
}
