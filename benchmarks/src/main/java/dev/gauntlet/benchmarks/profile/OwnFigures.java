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
  /** Times from when a task was due to its end. */
  public static final String RESPONSE = "response";

  /** Bytes of heap that a task holds while it waits. */
  public static final String RETAINED = "retained.norm";

  private static final int DIGITS = 3;
  private static final Recorder RESPONSES = new Recorder(DIGITS);
  private static final DoubleAdder RETAINED_BYTES = new DoubleAdder();
  private static final LongAdder RETAINED_COUNT = new LongAdder();

  /** Records the time of one task, from when it was due to its end. */
  public static void response(long nanos) {
    RESPONSES.recordValue(Math.max(0, nanos));
  }

  /** Records the bytes of heap that each of many waiting tasks holds. */
  public static void retained(double bytesPerTask) {
    RETAINED_BYTES.add(bytesPerTask);
    RETAINED_COUNT.increment();
  }

  @Override
  public String getDescription() {
    return "Response times and retained bytes that benchmarks record themselves";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    RESPONSES.reset();
    RETAINED_BYTES.reset();
    RETAINED_COUNT.reset();
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
    long count = RETAINED_COUNT.sum();
    if (count > 0) {
      double mean = RETAINED_BYTES.sum() / count;
      results.add(new ScalarResult(RETAINED, mean, "B/op", AggregationPolicy.AVG));
    }
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
}
