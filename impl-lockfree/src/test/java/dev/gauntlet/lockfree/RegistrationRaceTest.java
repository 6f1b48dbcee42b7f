package dev.gauntlet.lockfree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.spi.FutureWaiter;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The first registration of a future against its completion. */
class RegistrationRaceTest {
  private static final int ROUNDS = 60_000;

  private LockFreePromise<Integer> promise = new LockFreePromise<>();
  private AtomicInteger told = new AtomicInteger();
  private boolean accepted;

  private void prepare() {
    promise = new LockFreePromise<>();
    told = new AtomicInteger();
  }

  @Test
  void listener_isToldOnceOrRefused() throws Exception {
    Probe.race(
        ROUNDS,
        this::prepare,
        () -> accepted = promise.addWaiter(done -> told.incrementAndGet()),
        () -> promise.trySucceed(1),
        () -> {
          assertEquals(accepted ? 1 : 0, told.get());
          assertEquals(0, Probe.waitersOf(promise));
        });
  }

  @Test
  void callback_isCalledOnce() throws Exception {
    Probe.race(
        ROUNDS,
        this::prepare,
        () -> promise.addDoneCallback(done -> told.incrementAndGet()),
        () -> promise.trySucceed(1),
        () -> {
          assertEquals(1, told.get());
          assertEquals(0, Probe.waitersOf(promise));
        });
  }

  @Test
  void callback_isCalledOnceByACancel() throws Exception {
    Probe.race(
        ROUNDS,
        this::prepare,
        () -> promise.addDoneCallback(done -> told.incrementAndGet()),
        () -> promise.cancel(),
        () -> assertEquals(1, told.get()));
  }

  @Test
  void leaver_isForgotten() throws Exception {
    FutureWaiter leaving = done -> told.incrementAndGet();
    Probe.race(
        ROUNDS,
        this::prepare,
        () -> {
          accepted = promise.addWaiter(leaving);
          promise.removeWaiter(leaving);
        },
        () -> promise.trySucceed(1),
        () -> {
          assertTrue(told.get() <= (accepted ? 1 : 0));
          assertEquals(0, Probe.waitersOf(promise));
        });
  }

  @Test
  void waitingThread_isReleased() throws Exception {
    Probe.race(
        ROUNDS / 4,
        this::prepare,
        () -> {
          try {
            assertEquals(1, promise.get(20, TimeUnit.SECONDS));
          } catch (Exception lost) {
            throw new AssertionError(lost);
          }
        },
        () -> promise.trySucceed(1),
        () -> assertEquals(0, Probe.waitersOf(promise)));
  }

  @Test
  void cancelAgainstSettle_leavesOneOutcome() throws Exception {
    boolean[] won = new boolean[2];
    Probe.race(
        ROUNDS,
        this::prepare,
        () -> won[0] = promise.cancel(),
        () -> won[1] = promise.trySucceed(1),
        () -> {
          assertTrue(won[0] != won[1]);
          assertEquals(won[0], promise.isCancelled());
          if (won[0]) {
            assertThrows(CancellationException.class, promise::get);
          }
        });
  }
}
