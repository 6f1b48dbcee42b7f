package dev.gauntlet.reports.gate;

/**
 * Whether a counted quantity of a row is the same in all forks of the same code.
 *
 * @param row what was measured
 * @param name name of the secondary result, without a leading dot
 * @param exact whether all forks of both arms agree
 */
public record CounterCalibration(GateRow row, String name, boolean exact) {}
