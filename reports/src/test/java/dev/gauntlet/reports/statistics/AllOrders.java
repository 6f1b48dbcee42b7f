package dev.gauntlet.reports.statistics;

/**
 * The size of a sequential test by enumeration of every order of magnitudes and every pattern of
 * signs, straight from the definition.
 */
final class AllOrders {
  private final int[] looks;
  private final int[] critical;
  private final int n;
  private long rejected;
  private long all;

  AllOrders(Boundaries boundaries, int n) {
    looks = boundaries.looks().stream().mapToInt(Integer::intValue).toArray();
    critical = boundaries.critical().stream().mapToInt(Integer::intValue).toArray();
    this.n = n;
  }

  double size() {
    permute(new int[n], 0, 0);
    return (double) rejected / all;
  }

  private void permute(int[] magnitudes, int at, int used) {
    if (at == n) {
      for (int signs = 0; signs < 1 << n; signs++) {
        all++;
        rejected += rejects(magnitudes, signs) ? 1 : 0;
      }
      return;
    }
    for (int magnitude = 1; magnitude <= n; magnitude++) {
      if ((used & 1 << magnitude) == 0) {
        magnitudes[at] = magnitude;
        permute(magnitudes, at + 1, used | 1 << magnitude);
      }
    }
  }

  private boolean rejects(int[] magnitudes, int signs) {
    for (int i = 0; i < looks.length; i++) {
      if (statistic(magnitudes, signs, looks[i]) >= critical[i]) {
        return true;
      }
    }
    return false;
  }

  private static int statistic(int[] magnitudes, int signs, int look) {
    int statistic = 0;
    for (int i = 0; i < look; i++) {
      if ((signs & 1 << i) != 0) {
        for (int j = 0; j < look; j++) {
          statistic += magnitudes[j] <= magnitudes[i] ? 1 : 0;
        }
      }
    }
    return statistic;
  }
}
