package dev.gauntlet.reports.gate.output;

import dev.gauntlet.reports.format.CleanText;
import dev.gauntlet.reports.format.Numbers;
import dev.gauntlet.reports.gate.ArmInfo;
import dev.gauntlet.reports.gate.Contention;
import dev.gauntlet.reports.gate.GateFork;
import dev.gauntlet.reports.gate.GateHeader;
import dev.gauntlet.reports.gate.GateLog;
import dev.gauntlet.reports.gate.GateRow;
import dev.gauntlet.reports.gate.GateSettings;
import dev.gauntlet.reports.record.Machine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the numbers depend on, one fact a line; made fit to show. */
final class GateFacts {
  private static final int HASH = 12;
  private static final double WARN_SHARE = 0.5;

  private final GateLog log;

  GateFacts(GateLog log) {
    this.log = log;
  }

  /** How it was measured, and on what. */
  List<String> environment() {
    GateHeader header = log.header();
    List<String> facts = new ArrayList<>();
    facts.add("base " + arm(header.base()));
    facts.add("candidate " + arm(header.candidate()));
    facts.add(settings(header.settings()));
    facts.add(
        header.settings().warmupIterations()
            + " x "
            + header.settings().warmupMillis()
            + " ms warm-up, "
            + header.settings().measurementIterations()
            + " x "
            + header.settings().measurementMillis()
            + " ms measured, one fork an arm");
    facts.add(
        header.settings().awake() ? "idle processors kept awake" : "idle processors may sleep");
    facts.add(machine(header.machine()));
    facts.add("JDK " + header.jdk().version() + ", " + header.jdk().vmName());
    if (!header.jvmFlags().isEmpty()) {
      facts.add("JVM flags " + String.join(" ", header.jvmFlags()));
    }
    facts.add(others());
    return facts.stream().map(CleanText::line).toList();
  }

  private static String arm(ArmInfo arm) {
    String params = arm.params().isEmpty() ? "" : " with " + arm.params();
    String commit = arm.commit() == null ? "" : ", commit " + arm.commit();
    String hash = arm.sha256().substring(0, Math.min(HASH, arm.sha256().length()));
    return arm.label() + ": " + arm.jar() + params + commit + ", sha256 " + hash;
  }

  private static String settings(GateSettings settings) {
    return String.format(
        Locale.ROOT,
        "plan %s, tolerance %s, margin %s, alpha %s over all rows, beta %s, %d pairs at most,"
            + " seed %d",
        settings.plan().name().toLowerCase(Locale.ROOT),
        Numbers.percent(settings.tolerance()),
        Numbers.percent(settings.margin()),
        Numbers.compact(settings.alpha()),
        Numbers.compact(settings.beta()),
        settings.looks().getLast(),
        settings.seed());
  }

  private static String machine(Machine machine) {
    return machine.cpus()
        + " x "
        + known(machine.cpuModel())
        + ", "
        + machine.os()
        + ", kernel "
        + known(machine.kernel())
        + ", governor "
        + known(machine.governor())
        + ", virtualized "
        + known(machine.virtualized());
  }

  private static String known(@Nullable String fact) {
    return fact == null ? "unknown" : fact;
  }

  /** The median over iterations tells a machine that is always busy from one that was once. */
  private String others() {
    List<Double> foreign =
        log.forks().stream()
            .flatMap(fork -> fork.contention().stream())
            .map(Contention::foreignCpuPercent)
            .filter(Objects::nonNull)
            .sorted()
            .toList();
    return foreign.isEmpty()
        ? "CPU used by others: unknown"
        : "CPU used by others: median "
            + Numbers.fixed(foreign.get(foreign.size() / 2), 1)
            + " %, most "
            + Numbers.fixed(foreign.getLast(), 1)
            + " %";
  }

  /** What this machine can see. */
  List<String> sight(@Nullable Sight sight) {
    return sight == null
        ? List.of("this machine is not calibrated: what it can see is not known")
        : sight.lines(log.header());
  }

  /** What a reader has to know before believing the verdict. */
  List<String> notices() {
    List<String> notices = new ArrayList<>(log.warnings());
    named("only in the candidate, not gated", log.header().added(), notices);
    named("only in the base, not gated", log.header().removed(), notices);
    named(
        Finding.BENCH_CHANGED + ", its benchmark is not the same in both jars",
        log.header().changed(),
        notices);
    if (!log.failures().isEmpty()) {
      notices.add(
          log.failures().size()
              + (log.failures().size() == 1 ? " fork" : " forks")
              + " failed; the first: "
              + log.failures().getFirst().reason());
    }
    long loud = log.forks().stream().filter(fork -> !fork.quiet()).count();
    if (loud > WARN_SHARE * log.forks().size()) {
      notices.add(
          "the machine was never quiet before " + loud + " of " + log.forks().size() + " forks");
    }
    if (log.forks().stream().map(GateFork::contention).anyMatch(List::isEmpty)) {
      notices.add("what others used of the processors is not known for every fork");
    }
    return notices.stream().map(CleanText::line).toList();
  }

  private static void named(String what, List<GateRow> rows, List<String> notices) {
    if (!rows.isEmpty()) {
      RowNames names = RowNames.of(rows);
      List<String> first = rows.stream().map(names::name).limit(5).toList();
      notices.add(
          rows.size()
              + (rows.size() == 1 ? " row " : " rows ")
              + what
              + ": "
              + String.join(", ", first)
              + (rows.size() > first.size() ? ", ..." : ""));
    }
  }
}
