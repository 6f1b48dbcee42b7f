package dev.gauntlet.lockfree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.lockfree.Probe.Call;
import org.junit.jupiter.api.Test;

/** A flag that a worker finds between its claim and the body: a stray one, or the body's own. */
class StrayInterruptTest {
  private final StopSignal stop = new StopSignal();
  private final InterruptGate gate = new InterruptGate(stop);
  private final Claimed claimed = new Claimed();

  private static final class Claimed extends Node {
    Claimed() {
      super(runningOn(1));
    }

    void move(int status) {
      setStateVolatile(withStatus(stateVolatile(), status));
    }
  }

  /** The thread of the test is the worker. */
  private boolean flagAfterEntering(boolean flag) {
    gate.bind(Thread.currentThread());
    if (flag) {
      Thread.currentThread().interrupt();
    }
    gate.enterBody(claimed);
    return Thread.interrupted();
  }

  @Test
  void strayFlag_isNotTheBodys() {
    assertFalse(flagAfterEntering(true));
  }

  @Test
  void flagOfItsCancellation_isTheBodys() {
    claimed.move(Node.INTERRUPTED);
    assertTrue(flagAfterEntering(true));
  }

  /** The flag is stray, and the cancellation's own is on its way: the body gets one. */
  @Test
  void strayFlagBeforeItsCancellations_isOne() throws Exception {
    claimed.move(Node.INTERRUPTING);
    Thread worker = Thread.currentThread();
    Call<Boolean> canceller =
        new Call<>(() -> {
          Probe.untilParked(worker);
          gate.interrupt();
          claimed.move(Node.INTERRUPTED);
          gate.unpark();
          return true;
        });
    assertTrue(flagAfterEntering(true));
    assertTrue(canceller.result());
    assertFalse(Thread.interrupted());
  }

  /** The interrupt of a thread that refuses to be interrupted never comes. */
  @Test
  void cancellationWithoutAFlag_setsNone() {
    claimed.move(Node.INTERRUPTED);
    assertFalse(flagAfterEntering(false));
  }

  @Test
  void flagOfTheStop_isTheBodys() {
    assertTrue(stop.tryRaise());
    stop.sent();
    assertTrue(flagAfterEntering(true));
    assertEquals(Node.RUNNING, Node.status(claimed.stateVolatile()));
  }
}
