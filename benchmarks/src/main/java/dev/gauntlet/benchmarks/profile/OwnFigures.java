package dev.gauntlet.benchmarks.profile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;
import org.HdrHistogram.Recorder;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ResultRole;
import org.openjdk.jmh.results.SampleTimeResult;
import org.openjdk.jmh.results.ScalarResult;
import org.openjdk.jmh.util.SampleBuffer;

/**
 * What a benchmark measures itself, because the time of its method says something else: hands it
 * from the benchmark to JMH within a fork. Without it these figures are not printed.
 */
public final class OwnFigures implements InternalProfiler {
  /** Times that a benchmark takes itself. */
  public static final String RESPONSE = "response";

  /** Bytes of heap that a task holds while it waits. */
  public static final String RETAINED = "retained.norm";

  /** CPU time of the process over the time that passed. */
  public static final String CPU_SHARE = "cpu.share";

  private static final int DIGITS = 3;
  private static final double MILLIS_A_SECOND = 1000;
  private static final Recorder RESPONSES = new Recorder(DIGITS);
  private static final Mean RETAINED_BYTES = new Mean();
  private static final Mean CPU_SHARES = new Mean();

  /** Records a time, such as that of a task from when it was due to its end. */
  public static void response(long nanos) {
    RESPONSES.recordValue(Math.max(0, nanos));
  }

  /** Records the bytes of heap that each of many waiting tasks holds. */
  public static void retained(double bytesPerTask) {
    RETAINED_BYTES.add(bytesPerTask);
  }

  /** Records what the process took of a processor during a stretch of time. */
  public static void cpuShare(long cpuNanos, long passedNanos) {
    CPU_SHARES.add(MILLIS_A_SECOND * cpuNanos / passedNanos);
  }

  @Override
  public String getDescription() {
    return "Times, retained bytes and shares of CPU time that benchmarks record themselves";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    RESPONSES.reset();
    RETAINED_BYTES.reset();
    CPU_SHARES.reset();
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    List<Result<?>> results = new ArrayList<>();
    Histogram responses = RESPONSES.getIntervalHistogram();
    if (responses.getTotalCount() > 0) {
      TimeUnit unit = benchmark.getTimeUnit();
      results.add(new SampleTimeResult(ResultRole.SECONDARY, RESPONSE, buffer(responses), unit));
    }
    RETAINED_BYTES.addTo(results, RETAINED, "B/op");
    CPU_SHARES.addTo(results, CPU_SHARE, "ms/s");
    return results;
  }

  /**
   * JMH merges its own buffers over the iterations of a fork, so that no percentile is averaged.
   */
  private static SampleBuffer buffer(Histogram responses) {
    SampleBuffer buffer = new SampleBuffer();
    for (HistogramIterationValue value : responses.recordedValues()) {
      for (long i = 0; i < value.getCountAtValueIteratedTo(); i++) {
        buffer.add(value.getValueIteratedTo());
      }
    }
    return buffer;
  }

  /** The mean of what was recorded in an iteration. */
  private static final class Mean {
    private final DoubleAdder sum = new DoubleAdder();
    private final LongAdder count = new LongAdder();

    void add(double value) {
      sum.add(value);
      count.increment();
    }

    void reset() {
      sum.reset();
      count.reset();
    }

    void addTo(List<Result<?>> results, String name, String unit) {
      long values = count.sum();
      if (values > 0) {
        results.add(new ScalarResult(name, sum.sum() / values, unit, AggregationPolicy.AVG));
      }
    }
  }
}
