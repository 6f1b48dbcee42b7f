package dev.gauntlet.reports.history;

/**
 * One series in one run.
 *
 * @param series what was measured
 * @param seconds time per operation, median over the forks
 * @param forks number of forks
 */
public record StoredScore(Series series, double seconds, int forks) {}
