package dev.gauntlet.reports.record;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The measuring machine, without anything that identifies its owner.
 *
 * @param os name and version of the operating system
 * @param kernel kernel release; null when unknown
 * @param arch processor architecture
 * @param cpuModel processor model; null when unknown
 * @param cpus processors available to the run
 * @param memoryBytes physical memory in bytes; null when unknown
 * @param governor frequency governor; null when unknown
 * @param virtualized hypervisor name, {@code "none"} on bare metal; null when unknown
 */
public record Machine(
    String os,
    @Nullable String kernel,
    String arch,
    @Nullable String cpuModel,
    @JsonProperty(required = true) int cpus,
    @Nullable Long memoryBytes,
    @Nullable String governor,
    @Nullable String virtualized) {
  public Machine {
    Fields.required(os, "machine.os");
    Fields.required(arch, "machine.arch");
  }
}
