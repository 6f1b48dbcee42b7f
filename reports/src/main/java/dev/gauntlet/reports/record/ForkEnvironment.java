package dev.gauntlet.reports.record;

import org.jspecify.annotations.Nullable;

/**
 * What else the machine did while one fork ran; null means not known, never "fine".
 *
 * @param stealPercent CPU time stolen by the hypervisor, percent of all CPU time
 * @param foreignCpuPercent CPU time used by other processes, percent of all CPU time
 * @param loadAverage one-minute load average at the end of the fork
 * @param throttled whether the control group throttled the fork
 */
public record ForkEnvironment(
    @Nullable Double stealPercent,
    @Nullable Double foreignCpuPercent,
    @Nullable Double loadAverage,
    @Nullable Boolean throttled) {
  /** Nothing is known. */
  public static final ForkEnvironment UNKNOWN = new ForkEnvironment(null, null, null, null);
}
