/**
 * The executor whose strategy is locks. One lock guards a pool: its queue, its workers and its
 * phase. One more guards a future: its outcome, its waiters and callbacks, and the interrupts on
 * their way to its body. Who holds the lock of a pool may take that of its inbox or of a future,
 * and never the other way round, so there is no deadlock among them; and none is held while user
 * code runs or a thread parks.
 *
 * <p>All are monitors of private objects. A monitor costs no object per future, and no allocation
 * under contention; a private one cannot be held by a user, who may well synchronize on a future or
 * an executor. A virtual thread that has to park does so outside every monitor, so it pins no
 * carrier on JDK 21 to 23 (W15).
 */
@NullMarked
package dev.gauntlet.locking;

import org.jspecify.annotations.NullMarked;
