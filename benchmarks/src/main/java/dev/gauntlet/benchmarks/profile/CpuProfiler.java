package dev.gauntlet.benchmarks.profile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * What an operation costs the machine, beside how long it takes: CPU time of the whole process, and
 * context switches of its threads, so that a spinning executor does not look free.
 *
 * <p>The figures cover the process, so the collector, the compiler and JMH are in them. Context
 * switches come from {@code /proc} and are left out where it does not exist; threads that end
 * during an iteration take theirs with them.
 */
public final class CpuProfiler implements InternalProfiler {
  /** CPU time per operation. */
  public static final String CPU_TIME = "cpu.time.norm";

  /** Context switches per operation of threads that waited. */
  public static final String VOLUNTARY_SWITCHES = "csw.voluntary.norm";

  /** Context switches per operation of threads that were preempted. */
  public static final String INVOLUNTARY_SWITCHES = "csw.involuntary.norm";

  private final ThreadSwitches switches = new ThreadSwitches();
  private long cpuNanos;
  private ThreadSwitches.Count before = ThreadSwitches.UNKNOWN;

  @Override
  public String getDescription() {
    return "CPU time and context switches per operation";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    before = switches.count();
    cpuNanos = ProcessCpu.nanosWithEndedThreads();
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    long cpu = ProcessCpu.nanosWithEndedThreads() - cpuNanos;
    ThreadSwitches.Count after = switches.count();
    long operations = result.getMetadata().getAllOps();
    List<Result<?>> results = new ArrayList<>();
    if (operations > 0 && cpu >= 0) {
      results.add(perOperation(CPU_TIME, cpu, operations, "ns/op"));
    }
    if (operations > 0 && before.isKnown() && after.isKnown()) {
      results.add(
          perOperation(
              VOLUNTARY_SWITCHES, after.voluntary() - before.voluntary(), operations, "#/op"));
      results.add(
          perOperation(
              INVOLUNTARY_SWITCHES,
              after.involuntary() - before.involuntary(),
              operations,
              "#/op"));
    }
    return results;
  }

  private static ScalarResult perOperation(String name, long total, long operations, String unit) {
    double value = Math.max(0, total) / (double) operations;
    return new ScalarResult(name, value, unit, AggregationPolicy.AVG);
  }
}
