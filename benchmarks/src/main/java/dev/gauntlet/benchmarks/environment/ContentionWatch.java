package dev.gauntlet.benchmarks.environment;

import dev.gauntlet.reports.gate.Contention;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Watches what else the machine does while a tree of processes works, without anything inside them.
 */
public final class ContentionWatch {
  private final SystemFiles files;
  private final ProcessTree tree;
  private final Supplier<List<Long>> friends;
  private final CpuGroup group;

  /** The counters at one moment. */
  public static final class Sample {
    private final Optional<CpuTimes> times;
    private final Optional<Long> throttledMicros;
    private final Waits waits;

    private Sample(Optional<CpuTimes> times, Optional<Long> throttledMicros, Waits waits) {
      this.times = times;
      this.throttledMicros = throttledMicros;
      this.waits = waits;
    }

    /** Returns what happened between an earlier sample and this one. */
    public Contention since(Sample earlier) {
      Optional<CpuTimes> spent = times.flatMap(now -> earlier.times.map(now::since));
      return new Contention(
          spent.map(CpuTimes::foreignPercent).orElse(null),
          spent.map(CpuTimes::stealPercent).orElse(null),
          throttledSince(earlier),
          waits.runDelayMicrosSince(earlier.waits),
          waits.involuntarySwitchesSince(earlier.waits));
    }

    private @Nullable Long throttledSince(Sample earlier) {
      return throttledMicros
          .flatMap(now -> earlier.throttledMicros.map(then -> Math.max(0, now - then)))
          .orElse(null);
    }
  }

  ContentionWatch(SystemFiles files, long root, Supplier<List<Long>> friends) {
    this.files = files;
    this.tree = new ProcessTree(files, root);
    this.friends = friends;
    this.group = new CpuGroup(files);
  }

  /**
   * Watches a process and everything that it starts.
   *
   * @param friends further processes that are not foreign, asked with each sample
   */
  public static ContentionWatch of(long process, Supplier<List<Long>> friends) {
    return new ContentionWatch(SystemFiles.ofThisMachine(), process, friends);
  }

  /** Watches this JVM and everything that it started. */
  public static ContentionWatch ofThisProcess() {
    return of(ProcessHandle.current().pid(), List::of);
  }

  /** Returns the counters now. */
  public Sample sample() {
    List<Long> processes = tree.processes();
    List<Long> own = new ArrayList<>(processes);
    own.addAll(friends.get());
    return new Sample(
        CpuTimes.read(files, own),
        group.throttledMicros(),
        Waits.read(files, processes.subList(1, processes.size())));
  }
}
