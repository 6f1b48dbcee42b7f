package dev.gauntlet.stress.run;

/**
 * How often an outcome was seen.
 *
 * @param id the outcome, in the words of its race
 * @param expectation what is held of it
 * @param count how many samples ended so
 * @param description what it means
 */
public record OutcomeCount(String id, Expectation expectation, long count, String description) {}
