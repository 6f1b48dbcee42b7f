package dev.gauntlet.reports.gate;

import org.jspecify.annotations.Nullable;

/**
 * What the log says about one score of one row. Changes are fractions of the base: 0.05 is 5 %
 * slower, -0.05 is faster, whatever the unit.
 *
 * @param row index into {@link GateHeader#rows()}
 * @param score how forks became numbers
 * @param verdict the verdict; where not {@code decided}, the one if nothing more is measured
 * @param decided whether more pairs cannot change the verdict
 * @param stage which pairs the numbers are made of
 * @param suspect whether the screen sent this score to the test; false without a screen
 * @param kept kept pairs
 * @param dropped pairs dropped because the machine did other things
 * @param failed pairs without two usable forks
 * @param look kept pairs that estimate and interval are made of; 0 when there is none
 * @param estimate Hodges-Lehmann estimate of the change; null without a pair
 * @param lower lower end of the repeated interval, which holds at whatever look the row stopped;
 *     null when there is none
 * @param upper upper end: what a verdict that is no failure could hide; null when there is none
 * @param pairsNeeded about how many pairs in all a decision would take; null when decided or not
 *     known
 */
public record RowState(
    int row,
    GateSettings.Score score,
    Verdict verdict,
    boolean decided,
    Stage stage,
    boolean suspect,
    int kept,
    int dropped,
    int failed,
    int look,
    @Nullable Double estimate,
    @Nullable Double lower,
    @Nullable Double upper,
    @Nullable Integer pairsNeeded) {}
