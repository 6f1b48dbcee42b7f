package dev.gauntlet.reports.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * When a one-sided group-sequential signed-rank test may reject: at the first look whose statistic
 * is at least that look's critical value. Distribution-free and exact, without a normal
 * approximation.
 *
 * @param alpha greatest probability to reject at any look although the hypothesis holds
 * @param looks numbers of observations at which the test looks, ascending
 * @param critical critical value of each look; more than the greatest possible statistic where the
 *     look cannot reject
 * @param attained the probability to reject at any look, at most {@code alpha}; an upper bound of
 *     it unless {@code joint}
 * @param joint whether the law over all looks was used, which assumes exchangeable magnitudes; else
 *     the looks' probabilities were added up, which assumes nothing
 */
public record Boundaries(
    double alpha, List<Integer> looks, List<Integer> critical, double attained, boolean joint) {
  /** The most observations for which the joint law is computed. */
  public static final int GREATEST_JOINT = 24;

  private static final Map<Key, Boundaries> CACHE = new ConcurrentHashMap<>();

  private record Key(double alpha, List<Integer> looks, boolean strict) {}

  /**
   * Boundaries that spend {@code alpha} by {@link Spending}.
   *
   * @param alpha above 0 and below 1
   * @param looks ascending, at least one, all positive
   * @param strict whether to assume nothing about magnitudes; looks beyond {@link #GREATEST_JOINT}
   *     are always strict
   * @throws IllegalArgumentException when {@code alpha} or {@code looks} are not as required
   */
  public static Boundaries of(double alpha, List<Integer> looks, boolean strict) {
    check(alpha, looks);
    boolean joint = !strict && looks.get(looks.size() - 1) <= GREATEST_JOINT;
    return CACHE.computeIfAbsent(
        new Key(alpha, List.copyOf(looks), !joint),
        key -> joint ? joint(alpha, key.looks()) : strict(alpha, key.looks()));
  }

  private static void check(double alpha, List<Integer> looks) {
    if (!(alpha > 0 && alpha < 1)) {
      throw new IllegalArgumentException("alpha must be between 0 and 1: " + alpha);
    }
    int before = 0;
    for (int look : looks) {
      if (look <= before) {
        throw new IllegalArgumentException("looks must be positive and ascending: " + looks);
      }
      before = look;
    }
    if (looks.isEmpty()) {
      throw new IllegalArgumentException("at least one look is needed");
    }
  }

  private static Boundaries joint(double alpha, List<Integer> looks) {
    int last = looks.get(looks.size() - 1);
    int limit = SignedRankLaw.greatestSumWithin(alpha, last);
    if (limit < 0) {
      return none(alpha, looks);
    }
    SignPatterns patterns = new SignPatterns(last, limit);
    List<Integer> critical = new ArrayList<>();
    double spent = 0;
    for (int look : looks) {
      patterns.growTo(look);
      Spent next = spend(patterns.sums(), spent, Spending.at(alpha, look, last));
      patterns.stopWithin(next.greatestSum);
      critical.add(SignedRankLaw.greatest(look) - next.greatestSum);
      spent = next.spent;
    }
    return new Boundaries(alpha, looks, List.copyOf(critical), spent, true);
  }

  private static Boundaries strict(double alpha, List<Integer> looks) {
    int last = looks.get(looks.size() - 1);
    List<Integer> critical = new ArrayList<>();
    double spent = 0;
    for (int look : looks) {
      double[] law = SignedRankLaw.probabilities(look);
      Spent next = spend(law, spent, Spending.at(alpha, look, last));
      critical.add(SignedRankLaw.greatest(look) - next.greatestSum);
      spent = next.spent;
    }
    return new Boundaries(alpha, looks, List.copyOf(critical), spent, false);
  }

  private static Boundaries none(double alpha, List<Integer> looks) {
    List<Integer> never = looks.stream().map(n -> SignedRankLaw.greatest(n) + 1).toList();
    return new Boundaries(alpha, looks, never, 0, true);
  }

  private record Spent(int greatestSum, double spent) {}

  private static Spent spend(double[] sums, double spent, double allowed) {
    double now = spent;
    int sum = 0;
    while (sum < sums.length && now + sums[sum] <= allowed) {
      now += sums[sum++];
    }
    return new Spent(sum - 1, now);
  }

  /**
   * The critical value at a look.
   *
   * @throws IllegalArgumentException when {@code n} is no look
   */
  public int criticalAt(int n) {
    int index = looks.indexOf(n);
    if (index < 0) {
      throw new IllegalArgumentException(n + " is none of the looks " + looks);
    }
    return critical.get(index);
  }

  /** Whether a look can reject at all. */
  public boolean canReject(int n) {
    return criticalAt(n) <= SignedRankLaw.greatest(n);
  }
}
