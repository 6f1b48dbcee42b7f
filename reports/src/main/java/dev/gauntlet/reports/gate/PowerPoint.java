package dev.gauntlet.reports.gate;

import dev.gauntlet.reports.statistics.Binomial;

/**
 * What the gate makes of a known change on this machine.
 *
 * @param effect the injected change, as a fraction: 0.05 is 5 % slower
 * @param convicted how often the row was REGRESSED
 * @param acquitted how often it was judged to be within the margin
 */
public record PowerPoint(double effect, Binomial convicted, Binomial acquitted) {}
