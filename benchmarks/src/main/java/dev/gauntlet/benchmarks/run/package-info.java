/**
 * Measures subjects in forks of its own order.
 *
 * <p>JMH runs all forks of one parameter before it turns to the next, so a machine that drifts
 * favours whoever is measured in its better hour. Here one {@code Runner} measures one fork: a
 * round visits every cell once, in an order shuffled by a printed seed, with the subjects of a row
 * next to each other, and each fork is in the record of the run before the next one starts.
 */
@NullMarked
package dev.gauntlet.benchmarks.run;

import org.jspecify.annotations.NullMarked;
