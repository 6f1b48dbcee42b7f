package dev.gauntlet.stress.run;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.openjdk.jcstress.infra.TestInfo;
import org.openjdk.jcstress.infra.runners.TestList;

/** All races on the class path, as the annotation processor of jcstress has listed them. */
public final class RaceCatalog {
  private static final String CONTROL = "Control";
  private static final String RULE = "SPEC.md#";
  private static final Map<String, String> SUBJECTS =
      Map.of(
          "Locking", "locking",
          "LockFree", "lockfree",
          "LockFreeOfTwo", "lockfree-2",
          "LockFreeTask", "lockfree-task",
          "LockingTask", "locking-task",
          "VirtualThreads", "virtualthreads",
          "VirtualThreadsTask", "virtualthreads-task",
          "BoundedVirtualThreads", "virtualthreads-bounded",
          "BoundedVirtualThreadsTask", "virtualthreads-bounded-task");

  private final List<RaceTest> tests;

  private RaceCatalog(List<RaceTest> tests) {
    this.tests = tests;
  }

  /** Reads the list. */
  public static RaceCatalog read() {
    return new RaceCatalog(
        TestList.tests().stream()
            .map(name -> test(TestList.getInfo(name)))
            .sorted(Comparator.comparing(RaceTest::name))
            .toList());
  }

  private static RaceTest test(TestInfo info) {
    String[] parts = info.name().split("\\.", -1);
    String nested = parts[parts.length - 1];
    boolean control = nested.endsWith(CONTROL);
    return new RaceTest(
        info.name(),
        parts[parts.length - 2],
        control ? nested : subject(nested),
        control,
        info.threads(),
        info.refs().stream()
            .filter(ref -> ref.startsWith(RULE))
            .map(ref -> ref.substring(RULE.length()))
            .sorted()
            .toList());
  }

  private static String subject(String nested) {
    String subject = SUBJECTS.get(nested);
    if (subject == null) {
      throw new IllegalStateException("no implementation is called " + nested);
    }
    return subject;
  }

  /** Returns every race over every subject, controls included, sorted by name. */
  public List<RaceTest> tests() {
    return tests;
  }

  /** Returns the names of the races. */
  public Set<String> races() {
    return names(RaceTest::race, tests);
  }

  /** Returns the names of the races that need more processors than these. */
  public Set<String> racesBeyond(int processors) {
    return names(RaceTest::race, tests.stream().filter(test -> !test.fits(processors)).toList());
  }

  /** Returns the names of the implementations. */
  public Set<String> subjects() {
    return names(RaceTest::subject, tests.stream().filter(test -> !test.control()).toList());
  }

  private static Set<String> names(Function<RaceTest, String> name, Collection<RaceTest> tests) {
    Set<String> names = new TreeSet<>();
    tests.forEach(test -> names.add(name.apply(test)));
    return names;
  }

  /**
   * Returns the tests of these races over these subjects, with the controls of the races.
   *
   * @param races names, or empty for those of the mode
   * @param subjects names, or empty for all
   * @throws StressUsageException if a name is unknown, or nothing is left
   */
  List<RaceTest> choose(StressMode mode, Set<String> races, Set<String> subjects) {
    check("race", races, races());
    check("subject", subjects, subjects());
    List<RaceTest> chosen =
        tests.stream()
            .filter(
                test -> races.isEmpty() ? mode.includes(test.race()) : races.contains(test.race()))
            .filter(
                test -> test.control() || subjects.isEmpty() || subjects.contains(test.subject()))
            .toList();
    Set<String> raced =
        names(RaceTest::race, chosen.stream().filter(test -> !test.control()).toList());
    List<RaceTest> kept = chosen.stream().filter(test -> raced.contains(test.race())).toList();
    if (kept.isEmpty()) {
      throw new StressUsageException("none of these races is run over any of these subjects");
    }
    return kept;
  }

  private static void check(String kind, Set<String> names, Set<String> known) {
    for (String name : names) {
      if (!known.contains(name)) {
        throw new StressUsageException(
            "unknown %s '%s'; there are %s".formatted(kind, name, String.join(", ", known)));
      }
    }
  }
}
