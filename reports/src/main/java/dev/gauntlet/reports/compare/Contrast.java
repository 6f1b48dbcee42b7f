package dev.gauntlet.reports.compare;

/**
 * Two subjects of one row, from the rounds that have both.
 *
 * @param first one subject
 * @param second the other
 * @param rounds rounds that have both
 * @param ratio time of the first over time of the second: the exponential of Hodges and Lehmann's
 *     estimate
 * @param probability exact two-sided signed-rank p-value; 1 without a round
 * @param adjusted the same after Benjamini and Hochberg over the whole table
 */
public record Contrast(
    String first, String second, int rounds, double ratio, double probability, double adjusted) {
  /** Greatest share of false findings among the differences of a table. */
  public static final double RATE = 0.05;

  boolean isOf(String one, String other) {
    return (first.equals(one) && second.equals(other))
        || (first.equals(other) && second.equals(one));
  }

  /** Whether the two can be told apart. */
  public boolean differ() {
    return adjusted <= RATE;
  }
}
