package dev.gauntlet.benchmarks;

import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * What does a task cost in an {@code invokeAll} of 1000?
 *
 * {@snippet lang="shell" :
 * java -jar benchmarks/target/benchmarks.jar InvokeAll -p subject=lockfree,jdk-fixed
 * }
 */
@Scenario(
    question = "What does a task cost in an invokeAll of 1000 whose results are then read?",
    rules = {"V1", "V2"},
    limit = "spscHandOff")
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class InvokeAll extends Measured {
  private static final int SIZE = 1000;

  /** Invokes 1000 tasks. */
  @Benchmark
  @OperationsPerInvocation(SIZE)
  public Object of1000(Pool pool, Tasks tasks) throws Exception {
    List<Future<Ticket>> futures = pool.executor.invokeAll(tasks.all);
    if (futures.size() != SIZE) {
      throw new WrongAnswerException(SIZE + " tasks gave " + futures.size() + " futures");
    }
    int i = 0;
    for (Future<Ticket> future : futures) {
      tasks.all.get(i++).redeem(future);
    }
    return futures;
  }

  /** The tasks of one caller. */
  @State(Scope.Thread)
  public static class Tasks {
    private final List<Ticket> all = Stream.generate(Ticket::new).limit(SIZE).toList();
  }
}
