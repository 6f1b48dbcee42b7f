package dev.gauntlet.reports.compare;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * One subject in one row.
 *
 * @param subject name of the subject
 * @param sample its forks
 * @param ratio its time over the baseline's; null for the baseline itself and where no round has
 *     both
 * @param toBestPeer its time over the best peer's; null for that peer itself and where there is
 *     none
 * @param toLimit its time over that of the machine's own step; null where there is none
 * @param footprint what an operation takes beside its time
 * @param percentiles sampled times by percentile (50.0, 99.9), median over forks; empty unless
 *     sampled
 * @param brokenRules ids of the rules the scenario relies on that the subject breaks: then it is
 *     not ranked
 */
public record Cell(
    String subject,
    Sample sample,
    @Nullable Ratio ratio,
    @Nullable Ratio toBestPeer,
    @Nullable Ratio toLimit,
    Footprint footprint,
    SortedMap<Double, Double> percentiles,
    List<String> brokenRules) {

  /** The same with other ratios to the baseline and to the best peer. */
  Cell withRatios(@Nullable Ratio toBaseline, @Nullable Ratio toPeer) {
    return new Cell(
        subject, sample, toBaseline, toPeer, toLimit, footprint, percentiles, brokenRules);
  }

  /** Whether the subject may be compared with others in this row. */
  public boolean isRanked() {
    return brokenRules.isEmpty();
  }
}
