/**
 * The fork loop of the gate: two arms, which may be any two JMH jars, measured in pairs of adjacent
 * single forks.
 *
 * <p>{@link dev.gauntlet.benchmarks.pair.PairSession} is the way in. The order is random and comes
 * from one seed; each fork is on the disk before the next one starts, and a run that was killed
 * goes on where it was.
 */
@NullMarked
package dev.gauntlet.benchmarks.pair;

import org.jspecify.annotations.NullMarked;
