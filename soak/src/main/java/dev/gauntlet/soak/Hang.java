package dev.gauntlet.soak;

/**
 * Something that did not end in time.
 *
 * @param epoch the epoch, counted from 0; with the seed it is run again
 * @param doing who waited, for what, and how long
 * @param threads a dump of all threads, virtual ones included
 */
public record Hang(long epoch, String doing, String threads) {}
