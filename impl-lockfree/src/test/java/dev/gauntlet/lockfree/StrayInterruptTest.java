package dev.gauntlet.lockfree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.lockfree.Probe.Call;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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

  @BeforeEach
  void bind() {
    gate.bind(Thread.currentThread());
  }

  @AfterEach
  void clear() {
    Thread.interrupted();
  }

  @Test
  void strayFlag_isNotTheBodys() {
    Thread.currentThread().interrupt();
    gate.enterBody(claimed);
    assertFalse(Thread.interrupted());
  }

  @Test
  void flagOfItsCancellation_isTheBodys() {
    claimed.move(Node.INTERRUPTED);
    Thread.currentThread().interrupt();
    gate.enterBody(claimed);
    assertTrue(Thread.interrupted());
  }

  /** The flag is stray, and the cancellation's own is on its way: the body gets one. */
  @Test
  void strayFlagBeforeItsCancellations_isOne() throws Exception {
    claimed.move(Node.INTERRUPTING);
    Thread.currentThread().interrupt();
    Thread worker = Thread.currentThread();
    Call<Boolean> canceller =
        new Call<>(() -> {
          Probe.untilParked(worker);
          gate.interrupt();
          claimed.move(Node.INTERRUPTED);
          gate.unpark();
          return true;
        });
    gate.enterBody(claimed);
    assertTrue(Thread.interrupted());
    assertTrue(canceller.result());
    assertFalse(Thread.interrupted());
  }

  @Test
  void flagOfTheStop_isTheBodys() {
    assertTrue(stop.tryRaise());
    stop.sent();
    Thread.currentThread().interrupt();
    gate.enterBody(claimed);
    assertTrue(Thread.interrupted());
    assertEquals(Node.RUNNING, Node.status(claimed.stateVolatile()));
  }
}
