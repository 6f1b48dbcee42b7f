package dev.gauntlet.benchmarks;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * How long does it take to submit one task to an idle executor and to get its result?
 *
 * <p>Each caller has one task in flight; JMH's threads are the callers. Single calls are timed,
 * since the times of an executor that parks fall into two groups that no mean describes.
 *
 * {@snippet lang="shell" :
 * java -jar benchmarks/target/benchmarks.jar RoundTripLatency -p subject=lockfree,jdk-fixed -t 2
 * }
 */
@Scenario(
    question = "How long does it take to submit one task to an idle executor and get its result?",
    rules = {"V1", "V2"},
    limit = "lineRoundTrip")
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RoundTripLatency extends Measured {

  /** Submits a task and waits for it. */
  @Benchmark
  public Object submitThenGet(Pool pool, Caller caller) throws Exception {
    return caller.roundTrip(pool.executor);
  }

  /** One caller and its task. */
  @State(Scope.Thread)
  public static class Caller {
    private final Errand errand = new Errand();
    private long submitted;

    Ticket roundTrip(ExecutorService executor) throws Exception {
      submitted++;
      errand.redeem(executor.submit(errand));
      return errand;
    }

    /** Compares what was submitted with what ran. */
    @TearDown(Level.Iteration)
    public void verify() {
      if (errand.runs() != submitted) {
        throw new WrongAnswerException(
            submitted + " submissions of a task, one by one, ran it " + errand.runs() + " times");
      }
    }
  }

  /** A task that counts its runs, in a cache line that nobody else touches meanwhile. */
  private static final class Errand extends Ticket {
    private static final int RUNS = 16;

    private final long[] padded = new long[2 * RUNS];

    @Override
    public Ticket call() {
      padded[RUNS]++;
      return super.call();
    }

    long runs() {
      return padded[RUNS];
    }
  }
}
