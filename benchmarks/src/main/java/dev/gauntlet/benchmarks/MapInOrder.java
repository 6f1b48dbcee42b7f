package dev.gauntlet.benchmarks;

import dev.gauntlet.MappedResults;
import dev.gauntlet.TaskExecutor;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutorService;
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
 * What does an element cost when a function is mapped over 1000, the results in order?
 *
 * <p>By {@link TaskExecutor#map} where there is one; elsewhere by what its users write: a loop that
 * submits, and a loop that gets.
 *
 * {@snippet lang="shell" :
 * java -jar benchmarks/target/benchmarks.jar MapInOrder -p subject=lockfree,jdk-fixed
 * }
 */
@Scenario(
    question = "What does an element cost when a function is mapped over 1000, results in order?",
    rules = {"V1", "V2"},
    limit = "spscHandOff")
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class MapInOrder extends Measured {
  private static final int SIZE = 1000;

  /** Maps 1000 elements. */
  @Benchmark
  @OperationsPerInvocation(SIZE)
  public Object of1000(Pool pool, Inputs inputs) throws Exception {
    return pool.executor instanceof TaskExecutor executor
        ? inputs.map(executor)
        : inputs.loop(pool.executor);
  }

  /** The elements of one caller, each of which is mapped to itself. */
  @State(Scope.Thread)
  public static class Inputs {
    private final List<Ticket> all = Stream.generate(Ticket::new).limit(SIZE).toList();
    private final Future<?>[] futures = new Future<?>[SIZE];

    Inputs map(TaskExecutor executor) {
      try (MappedResults<Ticket> results = executor.map(Ticket::call, all)) {
        expectSame(results);
      }
      return this;
    }

    @SuppressWarnings("ReferenceEquality")
    private void expectSame(Iterator<Ticket> results) {
      for (Ticket input : all) {
        if (!results.hasNext() || results.next() != input) {
          throw new WrongAnswerException("the results of a map lack one, or are out of order");
        }
      }
      if (results.hasNext()) {
        throw new WrongAnswerException("a map of " + SIZE + " elements has more results");
      }
    }

    Inputs loop(ExecutorService executor) throws Exception {
      int submitted = 0;
      for (Ticket input : all) {
        futures[submitted++] = executor.submit(input);
      }
      int read = 0;
      for (Ticket input : all) {
        input.redeem(futures[read++]);
      }
      return this;
    }
  }
}
