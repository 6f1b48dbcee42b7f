package dev.gauntlet.reports.history;

import dev.gauntlet.reports.record.Jdk;
import dev.gauntlet.reports.record.Machine;
import java.util.List;

/**
 * What has to be the same for runs of different days to be compared.
 *
 * @param machine the machine
 * @param jdk the JDK of the forks
 * @param jvmFlags flags of the forks' JVMs
 * @param protocol how the forks were measured, in words
 * @param awake whether idle processors were kept awake
 */
public record Conditions(
    Machine machine, Jdk jdk, List<String> jvmFlags, String protocol, boolean awake) {
  public Conditions {
    jvmFlags = List.copyOf(jvmFlags);
  }

  /** The short name of machine, JDK and flags. */
  public String fingerprint() {
    return Fingerprint.of(machine, jdk, jvmFlags);
  }
}
