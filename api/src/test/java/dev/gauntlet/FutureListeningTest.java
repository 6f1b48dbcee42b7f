package dev.gauntlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.spi.FutureWaiter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FutureListeningTest {
  private final StubFuture stub = new StubFuture();
  private final TaskFuture<?> foreign = stub.foreign();
  private final List<String> told = new ArrayList<>();
  private final FutureWaiter first = done -> told.add("first");
  private final FutureWaiter second = done -> told.add("second");
  private final FutureWaiter third = done -> told.add("third");

  @Test
  void remove_fromAForeignFuture_leavesTheOthers() {
    assertTrue(FutureListening.add(foreign, first));
    assertTrue(FutureListening.add(foreign, second));
    assertTrue(FutureListening.add(foreign, third));
    FutureListening.remove(foreign, second);
    assertEquals(1, stub.callbacks.size());
    stub.callbacks.forEach(callback -> callback.accept(foreign));
    assertEquals(List.of("first", "third"), told);
  }

  @Test
  void remove_ofWhatWasNotAdded_doesNothing() {
    FutureListening.remove(foreign, first);
    assertTrue(FutureListening.add(foreign, first));
    FutureListening.remove(foreign, second);
    stub.callbacks.forEach(callback -> callback.accept(foreign));
    FutureListening.remove(foreign, first);
    assertEquals(List.of("first"), told);
  }

  @Test
  void add_toAForeignFutureThatEndsMeanwhile_tellsAtOnce() {
    stub.callsAtOnce = true;
    assertTrue(FutureListening.add(foreign, first));
    assertEquals(List.of("first"), told);
    assertFalse(FutureListening.add(foreign, second));
  }

  /** Whoever comes next is not left to a hub that the future does not know (W6). */
  @Test
  void add_afterARegistrationHasFailed_registersAnew() {
    stub.refusal = new OutOfMemoryError("made up");
    assertThrows(OutOfMemoryError.class, () -> FutureListening.add(foreign, first));
    stub.refusal = null;
    assertTrue(FutureListening.add(foreign, second));
    stub.callbacks.forEach(callback -> callback.accept(foreign));
    assertEquals(List.of("second"), told);
  }

  @Test
  void add_toADoneForeignFuture_isRefused() {
    stub.done = true;
    assertFalse(FutureListening.add(foreign, first));
    assertEquals(List.of(), stub.callbacks);
  }
}
