/**
 * An executor whose submit, claim, complete, cancel and get take no lock: one object per task is
 * future, queue node and state word at once, and one compare-and-set on that word decides between a
 * worker, a helper and a canceller.
 *
 * <p>Accessors of fields name their memory mode ({@code stateAcquire}, {@code casState}, {@code
 * setNextRelease}); one without a mode in its name is volatile or confined to a thread, as the
 * table in its class says.
 */
@NullMarked
package dev.gauntlet.lockfree;

import org.jspecify.annotations.NullMarked;
