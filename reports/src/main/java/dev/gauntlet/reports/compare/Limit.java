package dev.gauntlet.reports.compare;

/**
 * What the machine itself takes for the step that no subject of a row can do without.
 *
 * @param name the step in words
 * @param value the geometric mean of its forks
 * @param unit {@code "ns/op"} for a time, else the unit of the row
 */
public record Limit(String name, double value, String unit) {}
