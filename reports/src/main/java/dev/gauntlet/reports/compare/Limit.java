package dev.gauntlet.reports.compare;

/**
 * What the machine itself takes for the step that no subject of a row can do without.
 *
 * @param name the step in words
 * @param nanos its time in nanoseconds: the geometric mean of its forks
 */
public record Limit(String name, double nanos) {}
