package dev.gauntlet.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What does a future cost without an executor: made, settled by hand, read?
 *
 * <p>One thread does it all, so nobody waits and nothing is contended. The promise is published in
 * a field, or the compiler would remove the allocation that every real promise has.
 *
 * {@snippet lang="shell" :
 * java -jar benchmarks/target/benchmarks.jar SettleLatency -p subject=lockfree,guava-listening
 * }
 */
@Scenario(
    question = "What does a future cost without an executor: made, settled by hand, read?",
    rules = {"S9", "V2"},
    limit = "allocation",
    needs = Need.PROMISES)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SettleLatency extends Measured {

  /** Makes, settles and reads a promise. */
  @Benchmark
  @SuppressWarnings("ReferenceEquality")
  public Object makeSettleGet(Promises promises, Value value) throws Exception {
    Object result = promises.kind.settle(value, value);
    if (result != value) {
      throw new WrongAnswerException("a promise settled with one value yielded " + result);
    }
    return value;
  }

  /** The promises of the subject. */
  @State(Scope.Benchmark)
  public static class Promises {
    /** Name of the subject. */
    @Param({
      Names.LOCKFREE,
      Names.LOCKING,
      Names.VIRTUALTHREADS,
      Names.VIRTUALTHREADS_BOUNDED,
      Names.JDK_FIXED,
      Names.JDK_COMPLETABLEFUTURE,
      Names.NETTY_DEFAULT,
      Names.GUAVA_LISTENING
    })
    public String subject;

    HandSettled kind;

    /** Looks the subject up. */
    @Setup(Level.Trial)
    public void find() {
      kind =
          Subjects.named(subject)
              .promises()
              .orElseThrow(() -> new IllegalArgumentException(subject + " has no promises"));
    }
  }

  /** What promises are settled with, and where they are published. */
  @State(Scope.Thread)
  public static class Value extends HandSettled.Shelf {}
}
