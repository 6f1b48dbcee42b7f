package dev.gauntlet.reports.statistics;

/**
 * The joint law of the signed-rank statistic at several sample sizes, with stopping.
 *
 * <p>State: which ranks are negative once n observations are ordered by magnitude. If magnitudes
 * are exchangeable, the next observation's rank is uniform on 1 to n+1 whatever came before, and
 * its sign is a fair coin. Read backwards, a pattern of n+1 signs comes from each of the n+1
 * patterns in which one place is left out:
 *
 * <pre>P[n+1](s) = sum over places j of P[n](s without j) / (2 (n+1))</pre>
 *
 * <p>Places that follow each other with the same sign leave the same pattern, so a pattern with k
 * negative ranks has at most 2k+1 different predecessors. A boundary at a look sets the patterns
 * that stop there to 0; the sum of what was set to 0 is the probability to stop, exactly.
 *
 * <p>A look stops when the sum of the negative ranks is small, and one more observation never makes
 * that sum smaller: the newcomer adds its own rank or 0, and ranks only rise. So patterns whose sum
 * exceeds the last look's greatest possible boundary are never needed, at any n. Of the 2^24
 * patterns of 24 observations about 0.8 million remain for 5 %.
 */
final class SignPatterns {
  private final RankSets sets;
  private double[] mass = {1};
  private int n;

  /**
   * @param greatest the most observations there will be
   * @param limit the greatest sum of negative ranks that matters
   */
  SignPatterns(int greatest, int limit) {
    sets = new RankSets(greatest, limit);
  }

  /** Adds observations until there are {@code target}. */
  void growTo(int target) {
    while (n < target) {
      grow();
    }
  }

  private void grow() {
    double[] before = mass;
    double[] after = new double[sets.count(n + 1)];
    double share = 0.5 / (n + 1);
    sets.forEach(
        n + 1, (number, ranks, size) -> after[number] = share * predecessors(before, ranks, size));
    mass = after;
    n++;
  }

  /**
   * Sum over the places left out. Ranks above the place move down by one. Before step i, the
   * ranks[0..i-1] are above: {@code number} and {@code room} are theirs once moved.
   */
  private double predecessors(double[] before, int[] ranks, int size) {
    double sum = 0;
    int number = 0;
    int room = sets.limit();
    int above = n + 2;
    int run = 0;
    for (int i = 0; i < size; i++) {
      int rank = ranks[i];
      int positives = above - rank - 1;
      if (positives > 0) {
        sum += positives * before[number + rest(ranks, i, size, room)];
      }
      run++;
      if (i + 1 == size || ranks[i + 1] < rank - 1) {
        sum += run * before[number + rest(ranks, i + 1, size, room)];
        run = 0;
      }
      above = rank;
      if (rank > 1) {
        number += sets.before(rank - 1, room);
        room -= rank - 1;
      }
    }
    return above > 1 ? sum + (above - 1) * before[number] : sum;
  }

  private int rest(int[] ranks, int from, int size, int room) {
    int number = 0;
    int left = room;
    for (int i = from; i < size; i++) {
      number += sets.before(ranks[i], left);
      left -= ranks[i];
    }
    return number;
  }

  /** Probability of each sum of negative ranks among the runs that have not stopped. */
  double[] sums() {
    double[] sums = new double[sets.limit() + 1];
    double[] now = mass;
    sets.forEach(n, (number, ranks, size) -> sums[sum(ranks, size)] += now[number]);
    return sums;
  }

  /** Stops every run whose sum of negative ranks is at most {@code greatest}. */
  void stopWithin(int greatest) {
    double[] now = mass;
    sets.forEach(
        n,
        (number, ranks, size) -> {
          if (sum(ranks, size) <= greatest) {
            now[number] = 0;
          }
        });
  }

  private static int sum(int[] ranks, int size) {
    int sum = 0;
    for (int i = 0; i < size; i++) {
      sum += ranks[i];
    }
    return sum;
  }
}
