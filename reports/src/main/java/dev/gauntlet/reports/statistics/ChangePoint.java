package dev.gauntlet.reports.statistics;

/**
 * A place where a series changes.
 *
 * @param index first observation after the change
 * @param probability how often shuffled observations show as great a change, the observed one
 *     counted
 * @param before mean of the segment before
 * @param after mean of the segment after
 * @param deviationBefore standard deviation of the segment before, n - 1 in the denominator
 * @param deviationAfter the same of the segment after
 */
public record ChangePoint(
    int index,
    double probability,
    double before,
    double after,
    double deviationBefore,
    double deviationAfter) {}
