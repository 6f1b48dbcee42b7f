package dev.gauntlet.reports.statistics;

import java.util.List;

/**
 * The size of a test with three looks by enumeration of every final sign pattern, ordered by
 * magnitude, and every choice of which of its places the earlier looks had.
 */
final class AllPatterns {
  private final List<Integer> looks;
  private final int[] critical;
  private long rejected;
  private long all;

  AllPatterns(Boundaries boundaries) {
    looks = boundaries.looks();
    critical = boundaries.critical().stream().mapToInt(Integer::intValue).toArray();
  }

  double size() {
    int last = looks.get(2);
    for (int places = 0; places < 1 << last; places++) {
      if (Integer.bitCount(places) == looks.get(1)) {
        for (int first = places; first > 0; first = (first - 1) & places) {
          if (Integer.bitCount(first) == looks.get(0)) {
            count(first, places, (1 << last) - 1);
          }
        }
      }
    }
    return (double) rejected / all;
  }

  private void count(int first, int second, int third) {
    for (int signs = 0; signs <= third; signs++) {
      all++;
      if (statistic(signs, third) >= critical[2]
          || statistic(signs, second) >= critical[1]
          || statistic(signs, first) >= critical[0]) {
        rejected++;
      }
    }
  }

  private static int statistic(int signs, int places) {
    int statistic = 0;
    int rank = 0;
    for (int left = places; left != 0; left &= left - 1) {
      rank++;
      statistic += (signs & left & -left) != 0 ? rank : 0;
    }
    return statistic;
  }
}
