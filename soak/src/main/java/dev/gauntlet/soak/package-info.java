/**
 * The soak: random operations and faults over an implementation, from many threads and for as long
 * as one likes, while it is checked that nothing is lost, nothing hangs and no memory is kept.
 *
 * <p>A run is a sequence of epochs. An {@code Epoch} takes one executor from its opening to its
 * termination; what its actors do is decided beforehand, in an {@code EpochPlan} that follows from
 * the seed alone. Each task and each callback has an entry in the {@code Ledger}, which the {@code
 * Audit} compares with what became of it.
 */
@NullMarked
package dev.gauntlet.soak;

import org.jspecify.annotations.NullMarked;
