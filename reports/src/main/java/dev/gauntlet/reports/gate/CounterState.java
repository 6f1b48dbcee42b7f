package dev.gauntlet.reports.gate;

import org.jspecify.annotations.Nullable;

/**
 * What the log says about one counted quantity of one row, such as allocated bytes. An exact one is
 * a hard gate and costs no error probability.
 *
 * @param row index into {@link GateHeader#rows()}
 * @param name name of the secondary result, without a leading dot
 * @param pairs complete pairs
 * @param base least of the base's forks, per operation
 * @param candidate least of the candidate's forks, per operation
 * @param exact whether the base's forks agree, so that a difference is no noise
 * @param verdict the verdict; null when not {@code exact}: then it is shown and not gated
 */
public record CounterState(
    int row,
    String name,
    int pairs,
    double base,
    double candidate,
    boolean exact,
    @Nullable Verdict verdict) {}
