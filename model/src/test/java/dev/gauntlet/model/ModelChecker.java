package dev.gauntlet.model;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.Consumer;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;

/**
 * Compares a class of operations with a sequential specification: whatever the interleaving, their
 * results must be those of some order of the same operations, one after the other.
 */
public final class ModelChecker {
  /** How many times as much as in the short lane is explored, in scenarios and in schedules. */
  static final int EFFORT = Integer.getInteger("gauntlet.model.effort", 1);

  /** A loop of more iterations counts as one that waits for another thread. */
  private static final int LONGEST_LOOP = 40;

  private static final int SCENARIOS = 5 * EFFORT;

  private static final int OPERATIONS = 6;

  /** The search for a seeded bug ends with the first scenario that shows it. */
  private static final int SCENARIOS_FOR_A_BUG = 60;

  private static final int SCHEDULES = 200 * EFFORT;

  /** What Lincheck says of a schedule that takes more than its ten seconds. */
  private static final String TOO_SLOW = "execution has hung";

  private final Class<?> specification;
  private boolean obstructionFree;

  private ModelChecker(Class<?> specification) {
    this.specification = specification;
  }

  /** Names the specification: a class with the same methods as the operations. */
  public static ModelChecker against(Class<?> specification) {
    return new ModelChecker(specification);
  }

  /** Demands that each thread gets on with its operation while all others stand still. */
  public ModelChecker obstructionFree() {
    obstructionFree = true;
    return this;
  }

  /** Checks operations that must be linearizable, by two threads and by three. */
  public void holdsFor(Class<?> operations) {
    holdsForTwoThreads(operations);
    String name = operations.getSimpleName() + ", three threads";
    record(name, "held", SCENARIOS, 3, options -> options.check(operations));
  }

  /** Checks operations that are linearizable as long as there are but two threads. */
  public void holdsForTwoThreads(Class<?> operations) {
    String name = operations.getSimpleName();
    record(name, "held", SCENARIOS, 2, options -> options.check(operations));
  }

  /** Checks operations with a seeded bug, whose wrong results must be found. */
  public void findsWrongResultsOf(Class<?> operations) {
    finds("Invalid execution results", operations);
  }

  /** Checks operations that are right but block one another, which must be found. */
  public void findsObstructionOf(Class<?> operations) {
    obstructionFree().finds("should be non-blocking", operations);
  }

  private void finds(String words, Class<?> operations) {
    record(
        operations.getSimpleName(),
        "bug found",
        SCENARIOS_FOR_A_BUG,
        2,
        options -> {
          var found = assertThrows(LincheckAssertionError.class, () -> options.check(operations));
          String message = String.valueOf(found.getMessage());
          assertTrue(message.contains(words), message);
        });
  }

  private void record(
      String name,
      String end,
      int scenarios,
      int threads,
      Consumer<ModelCheckingOptions> exploration) {
    String bound = "at most " + scenarios + " scenarios of " + SCHEDULES + " schedules";
    Runnable explore = () -> exploration.accept(options(scenarios, threads));
    Explorations.record(name, end, bound, () -> exploreOnBusyMachine(explore));
  }

  /** A machine that is too busy for a schedule gets a second chance; what hangs does so again. */
  private static void exploreOnBusyMachine(Runnable explore) {
    try {
      explore.run();
    } catch (LincheckAssertionError | IllegalStateException failure) {
      if (!String.valueOf(failure.getMessage()).contains(TOO_SLOW)) {
        throw failure;
      }
      explore.run();
    }
  }

  private ModelCheckingOptions options(int scenarios, int threads) {
    return new ModelCheckingOptions()
        .iterations(scenarios)
        .invocationsPerIteration(SCHEDULES)
        .threads(threads)
        .actorsPerThread(OPERATIONS / threads)
        .actorsBefore(0)
        .actorsAfter(0)
        .minimizeFailedScenario(false)
        .loopIterationsBeforeThreadSwitch(LONGEST_LOOP)
        .checkObstructionFreedom(obstructionFree)
        .sequentialSpecification(specification);
  }
}
