/**
 * The races: one file per pair of operations, raced by jcstress over every implementation.
 *
 * <p>A race holds its outcomes, in words, and the body of its actors; its nested classes bind the
 * body to the implementations. A nested class whose name ends in {@code Control} is the same race
 * over a subject that is weakened in one step. A control has to show the bug, or else the race
 * could not have seen it in an implementation either.
 *
 * <p>A race has two actors and at most an arbiter. A few have three, which their names list:
 * jcstress runs these only where there are three processors, and elsewhere the results say that
 * they were not run. No actor waits without a bound: see {@link dev.gauntlet.stress.Patience}.
 */
@NullMarked
package dev.gauntlet.stress;

import org.jspecify.annotations.NullMarked;
