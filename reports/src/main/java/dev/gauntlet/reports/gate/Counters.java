package dev.gauntlet.reports.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The exact rows: allocated bytes, and counts of the benchmark's own.
 *
 * <p>A benchmark's own counts are secondary results whose names begin with {@value #OWN}, per
 * operation. JMH leaves the allocated bytes out when there are none, so where another result of the
 * collector's profiler is present, missing bytes are 0.
 */
final class Counters {
  private static final String BYTES = "gc.alloc.rate.norm";
  private static final String PROFILER = "gc.";
  private static final String OWN = "count.";

  /** Complete pairs that a hard gate needs. */
  private static final int PAIRS = 3;

  private Counters() {}

  static List<CounterState> of(PairTable pairs) {
    List<CounterState> states = new ArrayList<>();
    for (int row = 0; row < pairs.header().rows().size(); row++) {
      List<Pair> complete = pairs.pairs(row).stream().filter(Pair::isComplete).toList();
      for (String name : names(complete)) {
        states.add(state(row, name, complete));
      }
    }
    return List.copyOf(states);
  }

  private static SortedSet<String> names(List<Pair> pairs) {
    SortedSet<String> names = new TreeSet<>();
    for (Pair pair : pairs) {
      Stream.of(pair.base(), pair.candidate())
          .flatMap(fork -> fork == null ? Stream.empty() : fork.secondary().keySet().stream())
          .map(Secondary::plain)
          .forEach(name -> {
            if (name.startsWith(PROFILER)) {
              names.add(BYTES);
            } else if (name.startsWith(OWN)) {
              names.add(name);
            }
          });
    }
    return names;
  }

  private static CounterState state(int row, String name, List<Pair> pairs) {
    List<Double> base = pairs.stream().map(pair -> Secondary.median(pair.base(), name)).toList();
    List<Double> candidate =
        pairs.stream().map(pair -> Secondary.median(pair.candidate(), name)).toList();
    CounterLimits limits = name.equals(BYTES) ? CounterLimits.BYTES : CounterLimits.COUNTS;
    boolean exact = limits.agree(base);
    return new CounterState(
        row,
        name,
        pairs.size(),
        limits.rounded(least(base)),
        limits.rounded(least(candidate)),
        exact,
        exact ? verdict(base, candidate, limits) : null);
  }

  private static Verdict verdict(List<Double> base, List<Double> candidate, CounterLimits limits) {
    if (base.size() < PAIRS) {
      return Verdict.INCOMPLETE;
    }
    int more = 0;
    int less = 0;
    for (int i = 0; i < base.size(); i++) {
      double reference = base.get(i);
      double change = candidate.get(i) - reference;
      more += change >= limits.visible(reference) ? 1 : 0;
      less += -change >= limits.visible(reference) ? 1 : 0;
    }
    return verdict(more, less, base.size());
  }

  private static Verdict verdict(int more, int less, int pairs) {
    if (more == pairs) {
      return Verdict.REGRESSED;
    }
    if (less == pairs) {
      return Verdict.IMPROVED;
    }
    return 2 * more > pairs ? Verdict.UNDECIDED : Verdict.PASS;
  }

  private static double least(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
  }
}
