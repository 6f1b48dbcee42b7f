package dev.gauntlet.benchmarks.pair;

import dev.gauntlet.reports.gate.Arm;
import dev.gauntlet.reports.gate.Stage;

/**
 * One fork to be measured.
 *
 * @param row index of its row
 * @param stage what its pair is for
 * @param pair number of its pair within row and stage, from 0
 * @param arm its side
 * @param first whether it comes before the other arm's
 * @param quiet whether the machine was quiet when its pair began
 */
public record Slot(int row, Stage stage, int pair, Arm arm, boolean first, boolean quiet) {}
