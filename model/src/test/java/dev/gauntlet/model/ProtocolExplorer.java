package dev.gauntlet.model;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.function.Supplier;
import org.jetbrains.lincheck.Lincheck;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jspecify.annotations.Nullable;

/** Runs a protocol under many schedules. */
final class ProtocolExplorer {
  /** In a deadlock; or in a livelock, where the JDK's own locks look again and again. */
  private static final String ALL_WAIT = "All unfinished threads are in";

  /** What Lincheck says of a schedule that takes more than its ten seconds. */
  private static final String TOO_SLOW = "Concurrent test has hung";

  /** The search for a seeded bug ends with the first schedule that shows it. */
  private static final int SCHEDULES_FOR_A_BUG = 600;

  /** Grows as scenarios times schedules do elsewhere. */
  private static final int SCHEDULES = 40 * ModelChecker.EFFORT * ModelChecker.EFFORT;

  /**
   * What a thread is about to share. From JDK 19 on Lincheck does not see what is reachable through
   * the Runnable of a thread alone; everything here is reachable from a static field as well.
   */
  static @Nullable Protocol shared;

  private ProtocolExplorer() {}

  /** Explores a protocol that must end well under every schedule. */
  static void holds(String name, Supplier<Protocol> protocol) {
    Explorations.record(name, "held", bound(SCHEDULES), () -> exploreOnBusyMachine(protocol));
  }

  /** A machine that is too busy for a schedule gets a second chance; what hangs does so again. */
  private static void exploreOnBusyMachine(Supplier<Protocol> protocol) {
    try {
      explore(protocol, false, SCHEDULES);
    } catch (LincheckAssertionError failure) {
      if (!String.valueOf(failure.getMessage()).contains(TOO_SLOW)) {
        throw failure;
      }
      explore(protocol, false, SCHEDULES);
    }
  }

  /** Explores a protocol with a seeded bug, by which threads must be found to wait for ever. */
  static void findsHang(String name, Supplier<Protocol> protocol) {
    findsHang(name, protocol, false);
  }

  /** Explores a sound protocol whose wake-ups are lost if they come before the park. */
  static void findsHangWithoutPermits(String name, Supplier<Protocol> protocol) {
    findsHang(name, protocol, true);
  }

  /** Explores a protocol in which something must be found that is not as it must be. */
  static void findsFailure(String name, String words, Supplier<Protocol> protocol) {
    finds(name, words, protocol, false);
  }

  private static void findsHang(String name, Supplier<Protocol> protocol, boolean losePermits) {
    finds(name, ALL_WAIT, protocol, losePermits);
  }

  private static void finds(
      String name, String words, Supplier<Protocol> protocol, boolean losePermits) {
    Explorations.record(
        name,
        "bug found",
        bound(SCHEDULES_FOR_A_BUG),
        () -> {
          String message = find(protocol, losePermits);
          assertTrue(message.contains(words), message);
        });
  }

  /** Returns what is found. Now and then Lincheck fails to tell how it came there: once more. */
  private static String find(Supplier<Protocol> protocol, boolean losePermits) {
    try {
      return findOnce(protocol, losePermits);
    } catch (IllegalStateException untold) {
      return findOnce(protocol, losePermits);
    }
  }

  private static String findOnce(Supplier<Protocol> protocol, boolean losePermits) {
    try {
      explore(protocol, losePermits, SCHEDULES_FOR_A_BUG);
    } catch (LincheckAssertionError found) {
      return String.valueOf(found.getMessage());
    }
    return fail("nothing was found");
  }

  private static String bound(int schedules) {
    return "at most " + schedules + " schedules";
  }

  private static void explore(Supplier<Protocol> protocol, boolean losePermits, int schedules) {
    Lincheck.runConcurrentTest(schedules, () -> playOnce(protocol, losePermits));
  }

  private static void playOnce(Supplier<Protocol> protocol, boolean losePermits) {
    Schedules.begin();
    Permits.reset(losePermits);
    Protocol fresh = protocol.get();
    shared = fresh;
    try {
      fresh.play();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
