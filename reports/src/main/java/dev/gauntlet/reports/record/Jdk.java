package dev.gauntlet.reports.record;

/**
 * The JDK that ran the forks.
 *
 * @param vendor {@code java.vendor}
 * @param version {@code java.runtime.version} or {@code java.version}
 * @param vmName {@code java.vm.name}
 */
public record Jdk(String vendor, String version, String vmName) {
  public Jdk {
    Fields.required(vendor, "jdk.vendor");
    Fields.required(version, "jdk.version");
    Fields.required(vmName, "jdk.vmName");
  }
}
