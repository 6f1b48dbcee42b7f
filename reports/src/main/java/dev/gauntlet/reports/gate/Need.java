package dev.gauntlet.reports.gate;

/**
 * A pair that is to be measured next. Both arms are to be measured, one right after the other, even
 * when the log already has a fork of one of them: the earlier fork is then superseded.
 *
 * @param row index into {@link GateHeader#rows()}
 * @param stage what the pair is for
 * @param pair its number within the row and stage
 */
public record Need(int row, Stage stage, int pair) {}
