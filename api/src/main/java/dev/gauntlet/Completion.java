package dev.gauntlet;

import java.util.Set;

/**
 * What {@link TaskFutures#await} saw: a partition of the distinct futures it was given (W1).
 *
 * @param done every future that was done when the wait ended, in the order given; unmodifiable
 * @param notDone the others, in the order given; one of them may be done by now; unmodifiable
 */
public record Completion<F>(Set<F> done, Set<F> notDone) {}
