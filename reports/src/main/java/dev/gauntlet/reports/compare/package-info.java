/**
 * The statistics of a comparison: subjects of one run against a baseline, or one run against
 * another.
 *
 * <p>The unit of inference is the fork, never the iteration. All estimates are made on logarithms:
 * a subject's centre is the geometric mean of its fork scores, a ratio is the mean of the log
 * ratios of forks of the same round, and every interval is a Student t interval on those. Ratios
 * are always time-like: below 1 is faster, throughput is turned round.
 */
@NullMarked
package dev.gauntlet.reports.compare;

import org.jspecify.annotations.NullMarked;
