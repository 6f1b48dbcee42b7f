package dev.gauntlet.reports.compare;

/**
 * Something a reader should know before quoting a number.
 *
 * @param about what it is about, for example {@code "RoundTripLatency / jdk-fixed"}; empty for the
 *     whole run
 * @param text one sentence
 */
public record Notice(String about, String text) {}
