package dev.gauntlet.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * What does a promise cost in a chain in which the callback of each settles the next?
 *
 * <p>One thread makes {@value #LENGTH} promises, each with a callback that settles the next one,
 * settles the first, and so runs all of them. Who calls a callback from within another one needs
 * stack for every link and loses the rest of a chain when it ends, silently: CompletableFuture
 * before a thousand links, in code that is not compiled yet. This length is one that every subject
 * gets through.
 *
 * {@snippet lang="shell" :
 * java -jar benchmarks/target/benchmarks.jar CallbackChain -p subject=lockfree,netty-default
 * }
 */
@Scenario(
    question =
        "What does a promise cost in a chain in which the callback of each settles the next?",
    rules = {"K10", "V2"},
    needs = Need.CALLBACKS,
    limit = "allocation")
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CallbackChain extends Measured {
  private static final int LENGTH = 100;

  /** A chain of 100 promises. */
  @Benchmark
  @OperationsPerInvocation(LENGTH)
  public Object of100(PromiseKind promises, Chain chain) {
    return chain.run(promises.kind);
  }

  /** The chain of one thread. */
  @State(Scope.Thread)
  public static class Chain {
    private final Object[] promises = new Object[LENGTH];
    private int ran;

    Chain run(CalledBack kind) {
      ran = 0;
      for (int i = 0; i < LENGTH; i++) {
        promises[i] = kind.newPromise();
      }
      for (int i = 0; i < LENGTH; i++) {
        int next = i + 1;
        kind.add(promises[i], () -> settle(kind, next));
      }
      kind.settle(promises[0], this);
      if (ran != LENGTH) {
        throw new WrongAnswerException("a chain of " + LENGTH + " callbacks ran " + ran);
      }
      return this;
    }

    private void settle(CalledBack kind, int next) {
      ran++;
      if (next < LENGTH) {
        kind.settle(promises[next], this);
      }
    }
  }
}
