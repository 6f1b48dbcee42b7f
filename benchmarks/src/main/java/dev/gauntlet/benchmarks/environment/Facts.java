package dev.gauntlet.benchmarks.environment;

import dev.gauntlet.reports.record.Jdk;
import dev.gauntlet.reports.record.Machine;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Facts about the machine and the JDK, without anything that identifies their owner. */
public final class Facts {
  private static final long KIBIBYTE = 1024;

  private final SystemFiles files;

  Facts(SystemFiles files) {
    this.files = files;
  }

  /** Returns the facts about the machine that runs this JVM. */
  public static Facts ofThisMachine() {
    return new Facts(SystemFiles.ofThisMachine());
  }

  /** Returns the machine. */
  public Machine machine() {
    return new Machine(
        os(),
        files.firstLine("proc/sys/kernel/osrelease").orElse(null),
        System.getProperty("os.arch"),
        files.value("proc/cpuinfo", "model name").orElse(null),
        Runtime.getRuntime().availableProcessors(),
        memoryBytes(),
        files.firstLine("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor").orElse(null),
        virtualized());
  }

  /** Returns the JDK of this JVM, on which forks run too. */
  public static Jdk jdk() {
    return new Jdk(
        System.getProperty("java.vendor"),
        System.getProperty("java.runtime.version"),
        System.getProperty("java.vm.name"));
  }

  private String os() {
    return files
        .value("etc/os-release", "PRETTY_NAME")
        .map(name -> name.replace("\"", ""))
        .orElseGet(() -> System.getProperty("os.name") + " " + System.getProperty("os.version"));
  }

  private @Nullable Long memoryBytes() {
    Optional<String> total = files.value("proc/meminfo", "MemTotal");
    try {
      return total
          .map(text -> Long.parseLong(SystemFiles.words(text).get(0)) * KIBIBYTE)
          .orElse(null);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private @Nullable String virtualized() {
    Optional<String> flags = files.value("proc/cpuinfo", "flags");
    if (flags.isEmpty()) {
      return null;
    }
    return (" " + flags.get() + " ").contains(" hypervisor ")
        ? files.firstLine("sys/class/dmi/id/sys_vendor").orElse("hypervisor")
        : "none";
  }
}
