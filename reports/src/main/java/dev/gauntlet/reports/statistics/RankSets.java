package dev.gauntlet.reports.statistics;

/**
 * Numbers the sets of ranks whose sum is at most a limit, so that values can be kept in an array. A
 * set is given by its ranks in descending order. Sets are numbered in the order of their binary
 * numerals, so the sets without a rank above n are the first {@link #count} ones, for every n.
 */
final class RankSets {
  private final int limit;
  private final int[][] counts;

  /** Receives a set; the array is used again for the next one. */
  interface Visitor {
    void visit(int number, int[] ranks, int size);
  }

  RankSets(int greatestRank, int limit) {
    this.limit = limit;
    counts = new int[greatestRank + 1][limit + 1];
    for (int sum = 0; sum <= limit; sum++) {
      counts[0][sum] = 1;
    }
    for (int rank = 1; rank <= greatestRank; rank++) {
      for (int sum = 0; sum <= limit; sum++) {
        int with = sum < rank ? 0 : counts[rank - 1][sum - rank];
        counts[rank][sum] = Math.addExact(counts[rank - 1][sum], with);
      }
    }
  }

  /** How many sets have no rank above {@code n}. */
  int count(int n) {
    return counts[n][limit];
  }

  /** How many sets precede all those whose next rank is {@code rank}, with {@code room} left. */
  int before(int rank, int room) {
    return counts[rank - 1][room];
  }

  int limit() {
    return limit;
  }

  /** Visits the sets without a rank above {@code n} in the order of their numbers. */
  void forEach(int n, Visitor visitor) {
    new Walk(visitor, new int[n]).visit(n, limit, 0);
  }

  private static final class Walk {
    private final Visitor visitor;
    private final int[] ranks;
    private int number;

    Walk(Visitor visitor, int[] ranks) {
      this.visitor = visitor;
      this.ranks = ranks;
    }

    void visit(int below, int room, int size) {
      visitor.visit(number++, ranks, size);
      for (int rank = 1; rank <= Math.min(below, room); rank++) {
        ranks[size] = rank;
        visit(rank - 1, room - rank, size + 1);
      }
    }
  }
}
