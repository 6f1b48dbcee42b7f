package dev.gauntlet.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.net.URL;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is explored is the implementation, with the substitutes of this module in their places. */
class SubstitutesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dev.gauntlet.lockfree.AdaptiveSpin",
        "dev.gauntlet.lockfree.Parking",
        "dev.gauntlet.lockfree.StackRoom",
        "dev.gauntlet.lockfree.Stripes",
        "dev.gauntlet.locking.Parking",
        "dev.gauntlet.locking.Spinning",
        "dev.gauntlet.locking.StackHeadroom",
        "dev.gauntlet.virtualthreads.StackHeadroom"
      })
  void aSubstituteIsLoaded(String name) throws ClassNotFoundException {
    assertEquals(home(SubstitutesTest.class), home(Class.forName(name)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dev.gauntlet.lockfree.LockFreePool",
        "dev.gauntlet.lockfree.TaskQueue",
        "dev.gauntlet.locking.LockingPool",
        "dev.gauntlet.locking.TaskQueue",
        "dev.gauntlet.virtualthreads.Dispatch"
      })
  void allElseIsTheImplementation(String name) throws ClassNotFoundException {
    assertNotEquals(home(SubstitutesTest.class), home(Class.forName(name)));
  }

  private static URL home(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation();
  }
}
