package dev.gauntlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DoneListenersTest {
  private static final Runnable OBSERVED = () -> {};

  private final DoneListeners listeners = new DoneListeners();
  private final List<String> told = new ArrayList<>();
  private final TaskFuture<?> done = new StubFuture().foreign();

  @Test
  void fire_tellsTheWaitersFirst_andOnce() {
    assertTrue(listeners.addCallback(() -> told.add("callback"), OBSERVED));
    assertTrue(listeners.addWaiter(future -> told.add("waiter"), OBSERVED));
    listeners.fire(done);
    listeners.fire(done);
    assertEquals(List.of("waiter", "callback"), told);
  }

  @Test
  void fire_tellsEachOneWhateverAnotherThrows() {
    assertTrue(listeners.addWaiter(future -> fail("of a waiter"), OBSERVED));
    assertTrue(listeners.addWaiter(future -> told.add("waiter"), OBSERVED));
    assertTrue(listeners.addCallback(() -> told.add("callback"), OBSERVED));
    assertThrows(AssertionError.class, () -> listeners.fire(done));
    assertEquals(List.of("waiter", "callback"), told);
  }

  @Test
  void add_onceFired_isRefused() {
    listeners.fire(done);
    assertFalse(listeners.addCallback(() -> told.add("callback"), OBSERVED));
    assertFalse(listeners.addWaiter(future -> told.add("waiter"), OBSERVED));
    listeners.fire(done);
    assertEquals(List.of(), told);
  }
}
