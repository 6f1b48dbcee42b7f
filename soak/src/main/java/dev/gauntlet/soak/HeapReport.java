package dev.gauntlet.soak;

/**
 * The memory that was in use after garbage collections.
 *
 * @param samples how many samples the trend rests on
 * @param firstBytes the first of them, after the warm-up
 * @param lastBytes the last of them
 * @param growthBytes how far the trend rises from the first to the last; 0 for too few samples
 * @param leaks whether that is more than a leak of nothing can explain, 8 MiB
 */
public record HeapReport(
    int samples, long firstBytes, long lastBytes, long growthBytes, boolean leaks) {}
