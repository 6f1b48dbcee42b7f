package dev.gauntlet.reports.gate;

import org.jspecify.annotations.Nullable;

/**
 * What else the machine did during one iteration; null means not known, never "fine".
 *
 * @param foreignCpuPercent CPU time of processes outside the fork, percent of all CPU time
 * @param stealPercent CPU time taken by the hypervisor, percent of all CPU time
 * @param throttledMicros time the control group held the fork back, microseconds
 * @param runDelayMicros time the fork's threads were runnable and did not run, microseconds; the
 *     candidate itself can raise it, so no pair is dropped for it
 * @param involuntarySwitches context switches forced on the fork; no pair is dropped for them
 */
public record Contention(
    @Nullable Double foreignCpuPercent,
    @Nullable Double stealPercent,
    @Nullable Long throttledMicros,
    @Nullable Long runDelayMicros,
    @Nullable Long involuntarySwitches) {}
