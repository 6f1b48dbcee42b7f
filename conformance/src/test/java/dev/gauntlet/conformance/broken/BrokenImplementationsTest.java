package dev.gauntlet.conformance.broken;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.conformance.run.ConformanceRun;
import dev.gauntlet.conformance.run.RuleResult;
import dev.gauntlet.conformance.run.RuleResult.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The kit fails on each broken implementation exactly the rules that it violates, and says which
 * rule it is and what was seen. With {@code -Dgauntlet.broken.whole=true} every rule is checked
 * against each of them, one after the other.
 */
class BrokenImplementationsTest {
  private static final boolean WHOLE = Boolean.getBoolean("gauntlet.broken.whole");

  private static final int WHOLE_HOURS = 6;

  /**
   * A machine that has no time for an answer breaks rules that the implementation keeps, and is
   * asked again, alone: how often. What an implementation breaks is caught in the first run that is
   * alone; in company a thread may be kept waiting for longer than the defect shows.
   */
  private static final int REPEATS = 2;

  /** They mostly wait for what does not happen. */
  private static final int SIDE_BY_SIDE = WHOLE ? 1 : 12;

  private static final Map<Class<?>, Future<List<RuleResult>>> RESULTS = new LinkedHashMap<>();

  /** Whoever writes is checked alone. */
  private static final ReadWriteLock COMPANY = new ReentrantReadWriteLock();

  /** Strongly referenced, so that its level stays. */
  private static final Logger LOG = Logger.getLogger("dev.gauntlet");

  private static ExecutorService runs;

  @BeforeAll
  static void start() {
    LOG.setLevel(Level.OFF); // of all that goes wrong on purpose
    CaughtDefects.forget();
    runs = Executors.newFixedThreadPool(SIDE_BY_SIDE);
    defects().stream()
        .sorted(Comparator.comparing(Defects::isCheckedAlone).reversed())
        .forEach(defect -> RESULTS.put(defect, runs.submit(() -> check(defect))));
  }

  @AfterAll
  static void stop() {
    runs.shutdownNow();
    RESULTS.clear();
    LOG.setLevel(null);
  }

  static List<Class<?>> defects() {
    return Defects.all();
  }

  private static List<RuleResult> check(Class<?> defect) {
    if (WHOLE) {
      return run(defect, ConformanceRun.ofAllRules(), true);
    }
    Set<String> violated = Defects.violated(defect);
    List<RuleResult> results = new ArrayList<>(check(defect, violated, isCheckedAlone(defect)));
    results.addAll(
        check(defect, Defects.keptInEveryBuild(defect), Defects.takesTheCarriers(defect)));
    return results;
  }

  private static boolean isCheckedAlone(Class<?> defect) {
    return Defects.isCheckedAlone(defect) || Defects.takesTheCarriers(defect);
  }

  private static List<RuleResult> checkAlone(Class<?> defect) {
    COMPANY.writeLock().lock();
    try {
      return check(defect);
    } finally {
      COMPANY.writeLock().unlock();
    }
  }

  private static List<RuleResult> check(Class<?> defect, Set<String> rules, boolean alone) {
    return rules.isEmpty() ? List.of() : run(defect, ConformanceRun.ofRules(rules), alone);
  }

  private static List<RuleResult> run(Class<?> defect, ConformanceRun run, boolean alone) {
    Lock lock = alone ? COMPANY.writeLock() : COMPANY.readLock();
    lock.lock();
    try {
      return run.run(Defects.open(defect), result -> {});
    } finally {
      lock.unlock();
    }
  }

  /** Those that are checked before it, one after the other, may take hours where all rules are. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("defects")
  @Timeout(value = WHOLE_HOURS, unit = TimeUnit.HOURS)
  void exactlyTheViolatedRulesFail(Class<?> defect) throws Exception {
    Set<String> violated = Defects.violated(defect);
    List<RuleResult> results = RESULTS.get(defect).get();
    boolean alone = WHOLE || isCheckedAlone(defect);
    Set<String> first = failed(results);
    int again = 0;
    for (; again < REPEATS && isAskedAgain(violated, failed(results), alone); again++) {
      System.out.println(defect.getSimpleName() + " is run again: " + failed(results));
      results = checkAlone(defect);
      alone = true;
    }
    for (RuleResult result : results) {
      if (result.outcome() == Outcome.BROKEN) {
        assertSaysWhatIsWrong(defect, result);
      }
    }
    List<RuleResult> last = results;
    assertEquals(violated, failed(last), () -> defect.getSimpleName() + messages(last));
    CaughtDefects.record(defect, violated, last, again == 0 ? Set.of() : first);
  }

  private static boolean isAskedAgain(Set<String> violated, Set<String> failed, boolean alone) {
    return failed.containsAll(violated) ? !failed.equals(violated) : !alone;
  }

  private static Set<String> failed(List<RuleResult> results) {
    Set<String> failed = new TreeSet<>();
    for (RuleResult result : results) {
      if (result.outcome() == Outcome.BROKEN) {
        failed.add(checkedRule(result));
      }
    }
    return failed;
  }

  private static String messages(List<RuleResult> results) {
    StringBuilder messages = new StringBuilder();
    results.stream()
        .filter(result -> result.outcome() == Outcome.BROKEN)
        .forEach(result -> messages.append('\n').append(result.message()));
    return messages.toString();
  }

  private static String checkedRule(RuleResult result) {
    return result.replacedBy() == null ? result.rule() : result.replacedBy();
  }

  private static void assertSaysWhatIsWrong(Class<?> defect, RuleResult result) {
    String message = String.valueOf(result.message());
    String headline = checkedRule(result) + " is broken by " + defect.getSimpleName();
    assertTrue(message.startsWith(headline), message);
    assertTrue(message.matches("(?s).*\n  expected: \\S.*\n  seen:     \\S.*"), message);
  }
}
