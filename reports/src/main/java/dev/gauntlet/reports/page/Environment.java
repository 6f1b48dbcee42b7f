package dev.gauntlet.reports.page;

import dev.gauntlet.reports.compare.Noise;
import dev.gauntlet.reports.format.Numbers;
import dev.gauntlet.reports.page.model.Page.Fact;
import dev.gauntlet.reports.record.Jdk;
import dev.gauntlet.reports.record.Machine;
import dev.gauntlet.reports.record.RunHeader;
import dev.gauntlet.reports.record.RunRecord;
import dev.gauntlet.reports.record.RunSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The machine and the settings. */
final class Environment {
  private static final String UNKNOWN = "unknown";
  private static final double GIB = 1024.0 * 1024 * 1024;

  private Environment() {}

  static List<Fact> facts(RunRecord run) {
    RunHeader header = run.header();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Machine", machine(header.machine())));
    facts.add(new Fact("Frequency governor", orUnknown(header.machine().governor())));
    facts.add(new Fact("Virtualized", orUnknown(header.machine().virtualized())));
    facts.add(new Fact("JDK", jdk(header.jdk())));
    facts.add(
        new Fact(
            "JVM flags",
            header.jvmFlags().isEmpty() ? "none" : String.join(" ", header.jvmFlags())));
    facts.add(new Fact("Settings", settings(header.settings())));
    facts.add(new Fact("Order", "forks interleaved in rounds, seed " + header.settings().seed()));
    facts.add(new Fact("Gauntlet", header.tool()));
    facts.add(new Fact("Commit", commit(header)));
    facts.add(new Fact("Run", header.id()));
    facts.add(new Fact("Disturbance", disturbance(Noise.of(run))));
    return facts;
  }

  private static String machine(Machine machine) {
    String kernel = machine.kernel();
    Long memory = machine.memoryBytes();
    return machine.cpus()
        + (machine.cpus() == 1 ? " CPU, " : " CPUs, ")
        + orUnknown(machine.cpuModel())
        + ", "
        + (memory == null ? "memory " + UNKNOWN : Numbers.fixed(memory / GIB, 1) + " GiB of memory")
        + ", "
        + machine.os()
        + (kernel == null ? "" : ", kernel " + kernel)
        + ", "
        + machine.arch();
  }

  private static String jdk(Jdk jdk) {
    return jdk.vendor() + " " + jdk.version() + ", " + jdk.vmName();
  }

  static String settings(RunSettings settings) {
    return settings.mode()
        + ": "
        + settings.forks()
        + (settings.forks() == 1 ? " fork" : " forks")
        + " per value, each "
        + settings.warmupIterations()
        + " × "
        + settings.warmupMillis()
        + " ms of warm-up and "
        + settings.measurementIterations()
        + " × "
        + settings.measurementMillis()
        + " ms measured, "
        + settings.workers()
        + (settings.workers() == 1 ? " worker" : " workers")
        + (settings.profilers().isEmpty()
            ? ""
            : ", profilers "
                + settings.profilers().stream()
                    .map(name -> name.substring(name.lastIndexOf('.') + 1))
                    .collect(Collectors.joining(", ")));
  }

  private static String commit(RunHeader header) {
    return orUnknown(header.commit()) + (header.dirty() ? ", with changes in no commit" : "");
  }

  private static String disturbance(Noise noise) {
    return noise
        .sentence()
        .orElse("no fork saw noticeable steal or other processes; " + noise.worstText());
  }

  private static String orUnknown(@Nullable String text) {
    return text == null || text.isBlank() ? UNKNOWN : text;
  }
}
